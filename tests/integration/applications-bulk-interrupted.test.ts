import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { continueBulk, runBulk } from "@/lib/applications/bulk/run";
import { db, disconnect } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  auditOf,
  type Candidate,
  candidateIn,
  MONDAY,
  places,
  placesCounted,
  stateOf,
  versionOf,
} from "../support/admissions";
import { chosenOf, form, OFFER, outcomesOf } from "../support/bulk";
import { freshDatabase } from "../support/database";

/** Many offers, and the server or the database goes away in the middle: nobody is offered twice, nobody is forgotten. */

let world: Admissions;
beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
afterAll(disconnect);

async function some(count: number): Promise<Candidate[]> {
  const made = [];
  for (let each = 0; each < count; each++) made.push(await candidateIn("under_review", world));
  return made;
}

describe("interrupted", () => {
  /** As a killed server leaves it: done are the first ones, and the rest is still to do. */
  async function halfDone(chosen: Candidate[], done: number): Promise<string> {
    const rest = await chosenOf(chosen.slice(done));
    const id = await runBulk(world.ruth, await form(world, OFFER, chosen.slice(0, done)), MONDAY);
    const { settings } = await db.bulkAct.findUniqueOrThrow({ where: { id } });
    const kept = settings as { chosen: object[] };
    await db.bulkAct.update({
      where: { id },
      data: { finishedAt: null, settings: { ...kept, chosen: [...kept.chosen, ...rest] } },
    });
    return id;
  }

  it("it is gone on with by the same person, who does only what is left", async () => {
    const chosen = await some(5);
    const id = await halfDone(chosen, 2);
    for (const actor of [world.admin, world.owen])
      await expect(continueBulk(actor, { id }, MONDAY)).rejects.toThrow(NotFound);
    expect(await outcomesOf(id)).toEqual(["done", "done", "open", "open", "open"]);
    // Two tabs, both going on.
    await Promise.all([continueBulk(world.ruth, { id }, MONDAY), continueBulk(world.ruth, { id }, MONDAY)]);
    await continueBulk(world.ruth, { id }, MONDAY);
    expect(await outcomesOf(id)).toEqual(["done", "done", "done", "done", "done"]);
    expect(await db.offer.count({ where: { applicationId: { in: chosen.map((each) => each.id) } } })).toBe(5);
    expect((await db.bulkAct.findUniqueOrThrow({ where: { id } })).finishedAt).toEqual(MONDAY);
    expect((await auditOf({ id })).filter((each) => each.endsWith("finished"))).toHaveLength(2);
    expect(await places(world.cohortId)).toEqual(await placesCounted(world.cohortId));
  });

  it("by the database going away: what was written down is done, the rest is as it was", async () => {
    const chosen = await some(4);
    await db.$executeRawUnsafe(
      `CREATE FUNCTION pull_plug() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`,
    );
    await db.$executeRawUnsafe(
      `CREATE TRIGGER plug BEFORE UPDATE ON "BulkAct" FOR EACH ROW WHEN (jsonb_array_length(NEW."outcomes") = 3) EXECUTE FUNCTION pull_plug()`,
    );
    const id = await runBulk(world.ruth, await form(world, OFFER, chosen), MONDAY);
    expect(await outcomesOf(id)).toEqual(["done", "done", "open", "open"]);
    expect(await Promise.all(chosen.map(stateOf))).toEqual([
      "offered",
      "offered",
      "under_review",
      "under_review",
    ]);
    expect(await places(world.cohortId)).toEqual(await placesCounted(world.cohortId));
    await db.$executeRawUnsafe(`DROP TRIGGER plug ON "BulkAct"`);
    await continueBulk(world.ruth, { id }, MONDAY);
    expect(await outcomesOf(id)).toEqual(["done", "done", "done", "done"]);
  });

  it("by a fault at one: the others are done, and it is tried again", async () => {
    const chosen = await some(3);
    const faulty = chosen[1]?.id ?? "";
    await db.$executeRawUnsafe(
      `CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$`,
    );
    await db.$executeRawUnsafe(
      `CREATE TRIGGER planted BEFORE INSERT ON "Offer" FOR EACH ROW WHEN (NEW."applicationId" = '${faulty}') EXECUTE FUNCTION fail_once()`,
    );
    const id = await runBulk(world.ruth, await form(world, OFFER, chosen), MONDAY);
    expect(await outcomesOf(id)).toEqual(["done", "open", "done"]);
    expect(await stateOf({ id: faulty })).toBe("under_review");
    expect((await db.bulkAct.findUniqueOrThrow({ where: { id } })).finishedAt).toBeNull();
    await db.$executeRawUnsafe(`DROP TRIGGER planted ON "Offer"`);
    await continueBulk(world.ruth, { id }, MONDAY);
    expect(await outcomesOf(id)).toEqual(["done", "done", "done"]);
    expect(await versionOf({ id: faulty })).toBe(5);
  });
});
