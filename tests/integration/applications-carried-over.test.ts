import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declineOffer } from "@/lib/applications/answer-offer";
import { carryOver } from "@/lib/applications/carry-over";
import { carryOverTo } from "@/lib/applications/carry-over-query";
import { rejectApplication } from "@/lib/applications/decide";
import { expireOffers } from "@/lib/applications/expire-offers";
import { applicationByReference } from "@/lib/applications/queries";
import { missing } from "@/lib/applications/sections";
import { startApplication } from "@/lib/applications/start";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { db, disconnect } from "@/lib/db";
import { NotFound, WrongState } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  applicant,
  auditOf,
  type Candidate,
  candidateIn,
  MONDAY,
  versionOf,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { forged, succeeded } from "../support/signing-in";

let world: Admissions;
let next: string;
/** Spring 2028 takes applications from September 2027. */
const LATER = new Date("2027-09-06T09:00:00Z");

beforeAll(async () => {
  await freshDatabase();
  world = await admissions(400, 200);
  next = (await db.cohort.findFirstOrThrow({ where: { slug: "spring-2028" } })).id;
});
afterAll(disconnect);

async function rejected(): Promise<Candidate> {
  const candidate = await candidateIn("under_review", world);
  const { id } = candidate;
  const version = await versionOf({ id });
  const told = {
    reasons: ["places_full"],
    words: "Apply again next year.",
  } as const;
  await rejectApplication(world.ruth, { applicationId: id, version, ...told }, MONDAY);
  return candidate;
}
const carry = ({ actor, reference }: Candidate, cohortId = next, at = LATER) =>
  carryOver(actor, { reference, cohortId }, at);

describe("carrying an application over", () => {
  it("begins a draft in the open cohort, filled in but for the declarations", async () => {
    const source = await rejected();
    await db.applicationNeeds.create({
      data: { applicationId: source.id, dietary: "Vegetarian", savedAt: MONDAY },
    });
    const reference = await carry(source);
    const view = await applicationByReference(source.actor, reference, LATER);
    const before = await applicationByReference(source.actor, source.reference, LATER);
    expect(view).toMatchObject({ state: "draft", version: 1, submittedOn: null, equalityDone: false });
    expect(view?.answers).toEqual({ ...before?.answers, declarations: [] });
    expect(view?.needs.dietary).toBe("Vegetarian");
    expect(view && missing(view.answers).map(({ what }) => what)).toEqual(["the declarations"]);
    const made = await db.application.findUniqueOrThrow({
      where: { reference },
      include: { endorsements: true, transitions: true },
    });
    expect(made).toMatchObject({
      carriedFromId: source.id,
      declaredAt: null,
      cohortId: next,
      endorsements: [],
    });
    expect(made.transitions).toMatchObject([{ fromState: null, toState: "draft", at: LATER }]);
    expect(await auditOf(made)).toEqual([`${source.actor.email}: application.carried_over`]);
  });

  it("makes one, clicked twice at once and again later", async () => {
    const source = await rejected();
    const references = await Promise.all([carry(source), carry(source), carry(source)]);
    expect(new Set([...references, await carry(source)]).size).toBe(1);
    expect(await db.application.count({ where: { userId: source.actor.userId } })).toBe(2);
  });

  it.each([
    ["declined", (each: Candidate) => declineOffer(each.actor, { reference: each.reference }, MONDAY)],
    [
      "withdrawn",
      (each: Candidate) => withdrawApplication(each.actor, { reference: each.reference }, MONDAY),
    ],
    ["expired", () => expireOffers(new Date("2027-01-11T09:00:00Z"))],
  ])("can be done with one that is %s", async (_, end) => {
    const source = await candidateIn("offered", world);
    await end(source);
    expect(await carry(source)).toMatch(/^NPQEL-/);
  });

  it("cannot be done with one that still runs, or beside another to the same cohort", async () => {
    for (const state of ["draft", "submitted", "offered", "accepted"] as const) {
      await expect(carry(await candidateIn(state, world))).rejects.toThrow(WrongState);
    }
    const source = await rejected();
    const other = await startApplication(source.actor, { cohortId: next }, LATER);
    await expect(carry(source)).rejects.toThrow(`You have an application to Spring 2028 already: ${other}.`);
  });

  it("is refused into a cohort that is closed, of another programme, or that does not exist", async () => {
    const source = await rejected();
    await expect(carry(source, next, MONDAY)).rejects.toThrow(WrongState);
    for (const cohortId of ["00000000-0000-4000-8000-000000000000", "x", forged<string>({ not: "" })]) {
      await expect(carry(source, cohortId)).rejects.toThrow(NotFound);
    }
  });

  it("is refused to everybody else", async () => {
    const { reference } = await rejected();
    const others = [await applicant(), world.ruth, world.admin];
    const tries = others.map((actor) => carryOver(actor, { reference, cohortId: next }, LATER));
    expect(await succeeded(tries)).toBe(0);
  });

  it("is offered for the cohort that is open, until there is an application there", async () => {
    const source = await rejected();
    const view = await applicationByReference(source.actor, source.reference, LATER);
    if (!view) throw new Error("the application is not there");
    expect(await carryOverTo(source.actor, view, LATER)).toMatchObject({
      cohortId: next,
      name: "Spring 2028",
    });
    // In the cohort that rejected it, one may apply again as long as it is open.
    expect(await carryOverTo(source.actor, view, MONDAY)).toMatchObject({ name: "Spring 2027" });
    await carry(source);
    expect(await carryOverTo(source.actor, view, LATER)).toBeNull();
    expect(await carryOverTo(source.actor, { ...view, state: "submitted" }, LATER)).toBeNull();
  });
});
