import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBulk } from "@/lib/applications/bulk/run";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { db, disconnect } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  auditOf,
  type Candidate,
  candidateIn,
  lettersTo,
  MONDAY,
  places,
  stateOf,
} from "../support/admissions";
import { did, form, OFFER, outcomesOf, REJECT } from "../support/bulk";
import { withRole } from "../support/cohort";
import { freshDatabase } from "../support/database";

/** One thing done with many applications: each once, each by its own verb, and said what became of it. */

let world: Admissions;
beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
afterAll(disconnect);

const some = async (
  count: number,
  state: Parameters<typeof candidateIn>[0] = "under_review",
  how: { endorsed?: boolean } = {},
): Promise<Candidate[]> => {
  const made = [];
  for (let each = 0; each < count; each++) made.push(await candidateIn(state, world, how));
  return made;
};
const MEANWHILE = /changed after you opened the page/;

describe("offers to many", () => {
  it("go to each, with offer, audit row and e-mail, and the act is written down", async () => {
    const chosen = [...(await some(2)), ...(await some(1, "waitlisted"))];
    const input = await form(world, { ...OFFER, fundedPlace: "yes" }, chosen);
    const id = await runBulk(world.ruth, input, MONDAY);
    expect(await outcomesOf(id)).toEqual(["done", "done", "done"]);
    for (const each of chosen) {
      expect(await stateOf(each)).toBe("offered");
      expect((await lettersTo(each.actor)).at(-1)).toBe("offer-made");
      expect((await auditOf(each)).at(-1)).toBe(`${world.ruth.email}: application.offered`);
    }
    expect(await places(world.cohortId)).toEqual([3, 3]);
    expect(await auditOf({ id })).toEqual([
      `${world.ruth.email}: bulk_act.begun`,
      `${world.ruth.email}: bulk_act.finished`,
    ]);
    const act = await db.bulkAct.findUniqueOrThrow({ where: { id } });
    expect(act).toMatchObject({ kind: "offer", byId: world.ruth.userId, finishedAt: MONDAY });
  });

  it("leave alone whoever is in a wrong state, was changed, or has no endorsement", async () => {
    const [good, stale] = await some(2);
    const [sent] = await some(1, "submitted");
    const [unendorsed] = await some(1, "under_review", { endorsed: false });
    if (!good || !stale || !sent || !unendorsed) throw new Error("somebody is missing");
    const input = await form(world, OFFER, [stale, sent, unendorsed, good]);
    await db.application.update({ where: { id: stale.id }, data: { version: { increment: 1 } } });
    expect(await did(world.ruth, input)).toEqual([
      expect.stringMatching(MEANWHILE),
      expect.stringMatching(/under review or on the waiting list/),
      expect.stringMatching(/has not endorsed it/),
      "done",
    ]);
    expect(await stateOf(stale)).toBe("under_review");
    expect(await lettersTo(stale.actor)).not.toContain("offer-made");
    const again = await form(world, { ...OFFER, unendorsed: "yes", overrideReason: "She is on leave" }, [
      unendorsed,
    ]);
    expect(await did(world.ruth, again)).toEqual(["done"]);
    const offer = await db.offer.findFirstOrThrow({ where: { applicationId: unendorsed.id } });
    expect(offer.overrideReason).toBe("She is on leave");
  });

  it("are no business of anybody who does not manage the cohort, nor of another cohort's form", async () => {
    const [one] = await some(1);
    if (!one) throw new Error("nobody");
    const input = await form(world, OFFER, [one]);
    for (const actor of [world.owen, world.priya, one.actor])
      await expect(runBulk(actor, input, MONDAY)).rejects.toThrow(NotFound);
    // Owen's own cohort, with somebody of Ruth's in the form.
    const cohortId = world.owen.roles[0]?.cohortId ?? "";
    const forged = { ...input, cohortId };
    await expect(runBulk(world.owen, forged, MONDAY)).rejects.toThrow(NotFound);
    await expect(runBulk(world.admin, forged, MONDAY)).rejects.toThrow(NotFound);
    // Her own application, in the cohort she manages.
    const manager = await withRole(world.admin, one.actor, "cohort_manager", world.cohortId);
    await expect(runBulk(manager, input, MONDAY)).rejects.toThrow(NotFound);
    expect(await db.bulkAct.count({ where: { formKey: input.formKey } })).toBe(0);
    expect(await stateOf(one)).toBe("under_review");
    expect(await did(world.admin, input)).toEqual(["done"]);
  });
});

describe("rejections of many", () => {
  it("tell each the reason, and leave who has withdrawn", async () => {
    const [gone, ...others] = await some(3);
    if (!gone) throw new Error("nobody");
    const input = await form(world, REJECT, [gone, ...others]);
    await withdrawApplication(gone.actor, { reference: gone.reference }, MONDAY);
    const [first, ...rest] = await did(world.ruth, input);
    expect(first).toMatch(/neither any more/);
    expect(rest).toEqual(["done", "done"]);
    for (const each of others) expect((await lettersTo(each.actor)).at(-1)).toBe("application-rejected");
    expect((await lettersTo(gone.actor)).at(-1)).not.toBe("application-rejected");
  });
});

describe("twice", () => {
  it("a second click finds the first one's, and nobody else can use its key", async () => {
    const chosen = await some(3);
    const input = await form(world, OFFER, chosen);
    const [one, other] = await Promise.all([
      runBulk(world.ruth, input, MONDAY),
      runBulk(world.ruth, input, MONDAY),
    ]);
    expect(other).toBe(one);
    expect(await runBulk(world.ruth, input, MONDAY)).toBe(one);
    expect(await outcomesOf(one)).toEqual(["done", "done", "done"]);
    expect(await db.offer.count({ where: { applicationId: { in: chosen.map(({ id }) => id) } } })).toBe(3);
    await expect(runBulk(world.admin, input, MONDAY)).rejects.toThrow(NotFound);
  });

  it("of two managers who choose overlapping ones at once, each is offered or rejected once", async () => {
    const chosen = await some(8);
    const offers = await form(world, OFFER, chosen.slice(0, 6));
    const rejections = await form(world, REJECT, chosen.slice(2).reverse());
    const [offered, rejected] = await Promise.all([did(world.ruth, offers), did(world.admin, rejections)]);
    const done = [...offered, ...rejected].filter((each) => each === "done");
    expect(done).toHaveLength(8);
    for (const words of [...offered, ...rejected].filter((each) => each !== "done"))
      expect(words).toMatch(/neither any more|changed after you opened/);
    const steps = await db.applicationTransition.count({
      where: {
        applicationId: { in: chosen.map(({ id }) => id) },
        toState: { in: ["offered", "rejected"] },
      },
    });
    expect(steps).toBe(8);
  });
});
