import { randomUUID } from "node:crypto";
import { runBulk } from "@/lib/applications/bulk/run";
import { type BulkInput, bulkForm, bulkRejectionForm, type Chosen } from "@/lib/applications/schema-bulk";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { type Admissions, type Candidate, MONDAY, versionOf } from "./admissions";

/** Many applications at once, as the page's form would send them. */

export async function chosenOf(candidates: readonly Pick<Candidate, "id">[]): Promise<Chosen[]> {
  return Promise.all(
    candidates.map(async ({ id }) => ({ applicationId: id, version: await versionOf({ id }) })),
  );
}

type Bulk = Record<string, string | string[]>;
export const OFFER: Bulk = { kind: "offer", fundedPlace: "no", unendorsed: "no" };
export const REJECT: Bulk = { kind: "reject", step: "send", reasons: ["not_yet_leading"], words: "" };
export const remind = (about: string): Bulk => ({ kind: "remind", about });

/** The form for these, in the versions they have now. */
export async function form(
  { cohortId }: Pick<Admissions, "cohortId">,
  how: Bulk,
  candidates: readonly Pick<Candidate, "id">[],
): Promise<BulkInput> {
  const all = await chosenOf(candidates);
  const chosen = all.map(({ applicationId, version }) => `${applicationId}.${version}`).join(" ");
  const sent = { formKey: randomUUID(), cohortId, chosen, ...how };
  return how.kind === "reject" ? bulkRejectionForm.parse(sent) : bulkForm.parse(sent);
}

/** Does it, and answers what became of each, in the order chosen: "done", or why it was left. */
export async function did(actor: Actor, input: BulkInput, at = MONDAY): Promise<string[]> {
  return outcomesOf(await runBulk(actor, input, at));
}

export async function outcomesOf(id: string): Promise<string[]> {
  const { settings, outcomes } = await db.bulkAct.findUniqueOrThrow({ where: { id } });
  const { chosen } = settings as { chosen: Chosen[] };
  const known = outcomes as { applicationId: string; outcome: string; message: string }[];
  return chosen.map(({ applicationId }) => {
    const found = known.filter((each) => each.applicationId === applicationId);
    if (found.length > 1) throw new Error("written down twice");
    const [one] = found;
    return one ? (one.outcome === "done" ? "done" : one.message) : "open";
  });
}
