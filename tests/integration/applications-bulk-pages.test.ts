import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bulkPreview } from "@/lib/applications/bulk/preview";
import { bulkActs, bulkResult } from "@/lib/applications/bulk/queries";
import { runBulk } from "@/lib/applications/bulk/run";
import type { BulkPreview } from "@/lib/applications/bulk/views";
import { declareConflict } from "@/lib/applications/conflicts";
import { bulkAddress } from "@/lib/applications/schema-bulk";
import type { Actor } from "@/lib/auth/actor";
import { db, disconnect } from "@/lib/db";
import {
  type Admissions,
  admissions,
  type Candidate,
  candidateIn,
  daysLater,
  MONDAY,
} from "../support/admissions";
import { form, OFFER, remind } from "../support/bulk";
import { withRole } from "../support/cohort";
import { freshDatabase } from "../support/database";
import { statementsOf } from "../support/statements";

/** What is shown before something is done with many, and after: to those who manage the cohort, and of it only. */

let world: Admissions;
let endorsed: Candidate;
let unendorsed: Candidate;
let waits: Candidate;
let sent: Candidate;
let draft: Candidate;
let offered: Candidate;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
  endorsed = await candidateIn("under_review", world);
  unendorsed = await candidateIn("under_review", world, { endorsed: false });
  waits = await candidateIn("waitlisted", world);
  sent = await candidateIn("submitted", world);
  draft = await candidateIn("draft", world);
  offered = await candidateIn("offered", world);
});
afterAll(disconnect);

const look = (actor: Actor, address: Record<string, unknown>, at = daysLater(2)) =>
  bulkPreview(actor, bulkAddress.parse(address), at);
const a = () => [endorsed, unendorsed, waits, sent, offered].map(({ reference }) => reference);

async function shown(actor: Actor, address: Record<string, unknown>, at?: Date): Promise<BulkPreview> {
  const preview = await look(actor, address, at);
  if (!preview || "cohorts" in preview) throw new Error("no preview");
  return preview;
}
const references = (rows: { reference: string }[]) => rows.map(({ reference }) => reference);

describe("before it happens", () => {
  it("says to whom, the waiting list first, and why not to the others", async () => {
    const preview = await shown(world.ruth, { act: "offer", a: [...a(), "NPQEL-AAAAAA"] });
    expect(references(preview.rows)).toEqual([waits.reference, endorsed.reference]);
    expect(references(preview.left)).toEqual([unendorsed.reference, sent.reference, offered.reference]);
    expect(preview).toMatchObject({ unendorsed: 1, places: { left: 39, fundedLeft: 10 } });
    expect(preview.letter).toMatchObject({ to: waits.actor.email });
    const all = await shown(world.ruth, { act: "offer", unendorsed: "yes", a: a() });
    expect(references(all.rows)).toContain(unendorsed.reference);
  });

  it("shows nobody outside the actor's cohorts, and no draft among the sent", async () => {
    for (const actor of [world.owen, world.priya, endorsed.actor]) {
      expect(await look(actor, { act: "offer", a: a() })).toBeNull();
      expect(await look(actor, { act: "remind", about: "draft", cohort: world.cohortId })).toBeNull();
    }
    const ticked = await look(world.ruth, { act: "reject", a: [draft.reference] });
    expect(ticked).toBeNull();
    for (const nothing of [{}, { act: "offer" }, { act: "remind" }, { act: "remind", about: "draft" }])
      expect(await look(world.ruth, nothing)).toBeNull();
  });

  it("never shows a manager their own application", async () => {
    const manager = await withRole(world.admin, endorsed.actor, "cohort_manager", world.cohortId);
    const preview = await shown(manager, { act: "offer", a: a() });
    expect(references([...preview.rows, ...preview.left])).not.toContain(endorsed.reference);
  });

  it("asks for one cohort after the other", async () => {
    const cohortId = world.owen.roles[0]?.cohortId ?? "";
    await db.cohort.update({ where: { id: cohortId }, data: { applicationsOpen: MONDAY } });
    const other = await candidateIn("under_review", { ...world, ruth: world.owen, cohortId });
    const both = { act: "reject", a: [endorsed.reference, other.reference] };
    expect(await look(world.admin, both)).toMatchObject({ cohorts: [{ count: 1 }, { count: 1 }] });
    const one = await shown(world.admin, { ...both, cohort: cohortId });
    expect(references(one.rows)).toEqual([other.reference]);
    expect(references((await shown(world.ruth, both)).rows)).toEqual([endorsed.reference]);
  });

  it("leaves out whom the actor knows", async () => {
    const known = await candidateIn("under_review", world);
    await declareConflict(world.ruth, { applicationId: known.id, note: "My neighbour" }, MONDAY);
    const address = { act: "reject", a: [known.reference] };
    expect((await shown(world.ruth, address)).left[0]?.why).toMatch(/somebody else decides/);
    expect((await shown(world.admin, address)).rows).toHaveLength(1);
  });

  it("a reminder looks at everybody whom it concerns, and shows the e-mail", async () => {
    const everybody = (about: string) => ({ act: "remind", about, cohort: world.cohortId });
    const drafts = await shown(world.ruth, everybody("draft"));
    expect(drafts.rows).toMatchObject([{ name: draft.actor.name, workplace: "", href: null }]);
    expect(drafts.letter?.text).toContain("Still to fill in: (what each of them has still to fill in).");
    expect(references((await shown(world.ruth, everybody("offer"))).rows)).toEqual([offered.reference]);
    const sponsors = await shown(world.ruth, everybody("sponsor"));
    expect(references(sponsors.rows).sort()).toEqual([unendorsed.reference, sent.reference].sort());
    expect(sponsors.letter?.text).toContain("/endorsements/(their own link)");
    const ticked = await shown(world.ruth, { act: "remind", a: a() });
    expect(ticked).toMatchObject({ about: "sponsor", reach: { offer: 1, sponsor: 2, draft: 0 } });
  });

  it("takes the same number of queries for one and for many", async () => {
    const count = (some: string[]) => statementsOf(() => look(world.ruth, { act: "offer", a: some }));
    expect(await count(a())).toBe(await count([endorsed.reference]));
  });
});

describe("after it happened", () => {
  it("shows what became of each to those who manage the cohort, and drafts without a way in", async () => {
    const input = await form(world, remind("draft"), [draft]);
    const id = await runBulk(world.ruth, input, MONDAY);
    expect(await bulkResult(world.ruth, id)).toMatchObject({
      chosen: 1,
      done: 1,
      finished: true,
      canContinue: false,
      rows: [{ name: draft.actor.name, href: null, outcome: "done" }],
    });
    expect(await bulkResult(world.admin, id)).toMatchObject({ by: world.ruth.name });
    for (const actor of [world.owen, world.priya, draft.actor])
      expect(await bulkResult(actor, id)).toBeNull();
    for (const wrong of ["", "x", crypto.randomUUID()])
      expect(await bulkResult(world.admin, wrong)).toBeNull();
    expect((await bulkActs(world.ruth, { page: 1 })).lines).toMatchObject([{ id, done: 1, left: 0 }]);
    expect((await bulkActs(world.owen, { page: 9 })).lines).toEqual([]);
    expect((await bulkActs(world.owen, { cohort: world.cohortId, page: 1 })).lines).toEqual([]);
  });

  it("keeps a manager's own application out of sight", async () => {
    const own = await candidateIn("under_review", world);
    const other = await candidateIn("under_review", world);
    const manager = await withRole(world.admin, own.actor, "cohort_manager", world.cohortId);
    const id = await runBulk(world.ruth, await form(world, OFFER, [own, other]), MONDAY);
    const result = await bulkResult(manager, id);
    expect(references(result?.rows ?? [])).toEqual([other.reference]);
  });
});
