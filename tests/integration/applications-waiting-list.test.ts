import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { declineOffer } from "@/lib/applications/answer-offer";
import { beginReview, rejectApplication, waitlistApplication } from "@/lib/applications/decide";
import { makeOffer } from "@/lib/applications/make-offer";
import { placesToFill, seatBoard } from "@/lib/applications/seats";
import { reorderWaitingList } from "@/lib/applications/waiting-list";
import { withdrawApplication } from "@/lib/applications/withdraw";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { NotFound, StaleVersion } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  type Candidate,
  candidateIn,
  MONDAY,
  versionOf,
} from "../support/admissions";
import { freshDatabase } from "../support/database";

let world: Admissions;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions(3, 1);
});

beforeEach(async () => {
  // Each test has a waiting list of its own.
  for (const { id } of await db.application.findMany({
    where: { state: "waitlisted" },
    select: { id: true },
  }))
    await rejectApplication(
      world.admin,
      { applicationId: id, version: await versionOf({ id }), ...REASON },
      MONDAY,
    );
});

const REASON = { reasons: ["places_full"], words: "" } as const;
const line = async () => (await board()).waiting.map(({ applicationId }) => applicationId);
const board = async (actor = world.ruth) => {
  const found = await seatBoard(actor, world.cohortId, MONDAY);
  if (!found) throw new Error("no board for this viewer");
  return found;
};
const three = async (): Promise<Candidate[]> => {
  const people: Candidate[] = [];
  for (let each = 0; each < 3; each++) people.push(await candidateIn("waitlisted", world));
  return people;
};
/** The order as a form would send it. */
const order = (ids: string[]) => ids.map((key, index) => ({ key, place: index + 1, out: false }));
const reorder = async (actor: Actor, ids: string[], token?: string) =>
  reorderWaitingList(
    actor,
    {
      cohortId: world.cohortId,
      token: token ?? (await board()).token,
      parts: order(ids).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    },
    MONDAY,
  );

describe("the waiting list", () => {
  test("has its order from joining; who leaves, leaves the others as they were", async () => {
    const [a, b, c] = (await three()) as [Candidate, Candidate, Candidate];
    expect(await line()).toEqual([a.id, b.id, c.id]);
    await withdrawApplication(b.actor, { reference: b.reference }, MONDAY);
    expect(await line()).toEqual([a.id, c.id]);
    const d = await candidateIn("waitlisted", world);
    expect(await line()).toEqual([a.id, c.id, d.id]);
    const ranks = await db.application.findMany({
      where: { waitRank: { not: null } },
      select: { state: true },
    });
    expect(ranks.map(({ state }) => state)).toEqual(["waitlisted", "waitlisted", "waitlisted"]);
  });

  test("takes in many at once, each at a place of their own", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => candidateIn("under_review", world)));
    await Promise.all(
      people.map(async ({ id }) =>
        waitlistApplication(world.ruth, { applicationId: id, version: await versionOf({ id }) }, MONDAY),
      ),
    );
    expect((await line()).toSorted()).toEqual(people.map(({ id }) => id).toSorted());
  });

  test("is put in another order by those who manage the cohort, with an audit row", async () => {
    const [a, b, c] = (await three()) as [Candidate, Candidate, Candidate];
    await reorder(world.ruth, [c.id, a.id, b.id]);
    expect(await line()).toEqual([c.id, a.id, b.id]);
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { action: "waiting_list.ordered", subjectId: world.cohortId },
      orderBy: { id: "desc" },
    });
    expect(audit).toMatchObject({ actorId: world.ruth.userId, after: { order: [c.id, a.id, b.id] } });
    await reorder(world.admin, [a.id, b.id, c.id]);
    expect(await line()).toEqual([a.id, b.id, c.id]);
  });

  test("refuses everybody else", async () => {
    const [a, b, c] = (await three()) as [Candidate, Candidate, Candidate];
    for (const who of [world.owen, world.priya, a.actor]) {
      await expect(reorder(who, [c.id, b.id, a.id])).rejects.toBeInstanceOf(NotFound);
      expect(await seatBoard(who, world.cohortId, MONDAY)).toBeNull();
    }
    expect(await seatBoard(world.ruth, "not-an-id", MONDAY)).toBeNull();
    expect(await line()).toEqual([a.id, b.id, c.id]);
  });

  test("refuses a page made from another list: somebody left, somebody came, somebody was quicker", async () => {
    const [a, b, c] = (await three()) as [Candidate, Candidate, Candidate];
    const { token } = await board();
    await reorder(world.ruth, [b.id, a.id, c.id]);
    await expect(reorder(world.admin, [c.id, b.id, a.id], token)).rejects.toBeInstanceOf(StaleVersion);
    const seen = await board();
    const d = await candidateIn("waitlisted", world);
    await expect(reorder(world.ruth, [a.id, b.id, c.id], seen.token)).rejects.toBeInstanceOf(StaleVersion);
    await expect(reorder(world.ruth, [a.id, b.id, c.id])).rejects.toBeInstanceOf(StaleVersion);
    expect(await line()).toEqual([b.id, a.id, c.id, d.id]);
  });

  test("two who put it in order at once: one wins, the other is told", async () => {
    const [a, b, c] = (await three()) as [Candidate, Candidate, Candidate];
    const { token } = await board();
    const both = await Promise.allSettled([
      reorder(world.ruth, [c.id, b.id, a.id], token),
      reorder(world.admin, [b.id, a.id, c.id], token),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await line()).toSorted()).toEqual([a.id, b.id, c.id].toSorted());
  });

  test("the database itself refuses a waiting application without a place, and a place without waiting", async () => {
    const [a] = (await three()) as [Candidate, Candidate, Candidate];
    await expect(db.application.update({ where: { id: a.id }, data: { waitRank: null } })).rejects.toThrow();
    const b = await candidateIn("submitted", world);
    await expect(db.application.update({ where: { id: b.id }, data: { waitRank: 99 } })).rejects.toThrow();
  });
});

describe("the board of places", () => {
  test("counts what is accepted, offered and free, and says who is next when a place comes back", async () => {
    const [first, second] = (await three()) as [Candidate, Candidate, Candidate];
    const offered = await candidateIn("offered", world, { fundedPlace: true });
    await candidateIn("accepted", world);
    await candidateIn("accepted", world);
    expect(await board()).toMatchObject({ capacity: 3, fundedPlaces: 1, accepted: 2, acceptedFunded: 0 });
    expect((await board()).offers).toMatchObject([{ applicationId: offered.id, fundedPlace: true }]);
    expect(await placesToFill(world.ruth)).toEqual([]);
    await declineOffer(offered.actor, { reference: offered.reference }, MONDAY);
    expect((await board()).freed[0]).toMatchObject({ applicationId: offered.id, how: "declined" });
    const [fill] = await placesToFill(world.ruth);
    expect(fill).toMatchObject({ cohortId: world.cohortId, free: 1, next: first.actor.name });
    expect(await placesToFill(world.owen)).toEqual([]);
    expect(await placesToFill(world.admin)).toHaveLength(1);
    const version = await versionOf(first);
    await makeOffer(world.ruth, { applicationId: first.id, version, fundedPlace: false }, MONDAY);
    expect((await line())[0]).toBe(second.id);
  });

  test("nobody decides about themselves: their own name is there, without a way to it", async () => {
    const mine = await candidateIn("submitted", world);
    await beginReview(world.ruth, { applicationId: mine.id, version: await versionOf(mine) }, MONDAY);
    await waitlistApplication(world.ruth, { applicationId: mine.id, version: await versionOf(mine) }, MONDAY);
    const both: Actor = { ...mine.actor, roles: [{ role: "cohort_manager", cohortId: world.cohortId }] };
    const theirs = (await board(both)).waiting.find(({ applicationId }) => applicationId === mine.id);
    expect(theirs?.decidable).toBe(false);
    await expect(reorder(both, await line())).rejects.toBeInstanceOf(NotFound);
  });
});
