import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rejectApplication } from "@/lib/applications/decide";
import { applicationByReference, applicationForReview, myApplications } from "@/lib/applications/queries";
import { applicationQueue } from "@/lib/applications/queue";
import { APPLICATION_STATES } from "@/lib/applications/schema";
import { queueFilters } from "@/lib/applications/schema-queue";
import type { Actor } from "@/lib/auth/actor";
import { disconnect } from "@/lib/db";
import {
  type Admissions,
  admissions,
  applicant,
  type Candidate,
  candidateIn,
  daysLater,
  FULL,
  MONDAY,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { forged } from "../support/signing-in";

let world: Admissions;
const by: Record<string, Candidate> = {};
const the = (state: string): Candidate =>
  by[state] ??
  (() => {
    throw new Error(state);
  })();

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
  const states = ["draft", "submitted", "under_review", "waitlisted", "offered", "accepted"] as const;
  for (const [day, state] of states.entries()) {
    by[state] = await candidateIn(state, world, { at: daysLater(day) });
  }
  const rejected = await candidateIn("under_review", world, { at: daysLater(6) });
  const told = { reasons: ["places_full"], words: "Apply again next year." } as const;
  await rejectApplication(world.ruth, { applicationId: rejected.id, version: 4, ...told }, daysLater(7));
  by.rejected = rejected;
});
afterAll(disconnect);

const ask = (actor: Actor, filters: Record<string, string> = {}) =>
  applicationQueue(actor, queueFilters.parse(filters), MONDAY);

describe("an applicant's own", () => {
  it("are listed with what has to be done by when", async () => {
    const { actor, reference } = the("offered");
    expect(await myApplications(actor, MONDAY)).toEqual([
      {
        reference,
        cohortId: world.cohortId,
        state: "offered",
        programmeName: "NPQEL Executive Leadership",
        cohortName: "Spring 2027",
        turn: "yours",
        by: "2026-12-11",
      },
    ]);
    expect(await myApplications(await applicant(), MONDAY)).toEqual([]);
  });

  it("are shown with their answers, their offer and their history", async () => {
    const { actor, reference } = the("offered");
    const view = await applicationByReference(actor, reference, MONDAY);
    expect(view).toMatchObject({
      state: "offered",
      version: 5,
      answers: { fullName: actor.name, trn: "4407718", sponsorEmail: "helen.marchbank@example.org" },
      cohort: { name: "Spring 2027", startsOn: "2027-05-01", open: true },
      submittedOn: "2026-11-27",
      offer: { fundedPlace: false, answerBy: "2026-12-11" },
    });
    expect(view?.history.map(({ state }) => state)).toEqual([
      "draft",
      "submitted",
      "under_review",
      "offered",
    ]);
    expect(view?.answers).not.toHaveProperty("userId");
  });

  it("are nobody else's: a foreign one answers as a missing one", async () => {
    for (const { reference } of Object.values(by)) {
      for (const other of [await applicant(), world.ruth, world.admin]) {
        expect(await applicationByReference(other, reference, MONDAY)).toBeNull();
      }
    }
    for (const reference of ["NPQEL-222222", "", "%", "a\u0000b", forged<string>({ not: "" })]) {
      expect(await applicationByReference(the("draft").actor, reference, MONDAY)).toBeNull();
    }
  });
});

describe("the staff's queue", () => {
  it("holds what waits, the longest waiting first, with the day promised", async () => {
    const { rows, total } = await ask(world.ruth);
    expect(rows.map(({ state }) => state)).toEqual(["submitted", "under_review", "waitlisted", "offered"]);
    expect(total).toBe(4);
    expect(rows.map(({ promisedBy }) => promisedBy)).toEqual(["2026-12-15", "2026-12-16", null, null]);
    expect(rows.some(({ late }) => late)).toBe(false);
    const later = await applicationQueue(world.ruth, { page: 1 }, new Date("2026-12-16T12:00:00Z"));
    expect(later.rows.map(({ late }) => late)).toEqual([true, false, false, false]);
  });

  it("holds all that was sent when asked, the latest first, and no draft", async () => {
    const { rows, total, counts, page, pages, cohorts } = await ask(world.ruth, { state: "all" });
    const sent = ["submitted", "under_review", "waitlisted", "offered", "accepted", "rejected"];
    expect(rows.map(({ state }) => state)).toEqual(sent.toReversed());
    expect({ total, page, pages }).toEqual({ total: 6, page: 1, pages: 1 });
    expect(counts).toEqual(
      Object.fromEntries(APPLICATION_STATES.map((state) => [state, sent.includes(state) ? 1 : 0])),
    );
    expect(cohorts).toEqual([{ id: world.cohortId, name: "NPQEL Spring 2027" }]);
    expect(rows[2]).toMatchObject({ submittedOn: "2026-11-27", answerBy: "2026-12-11" });
  });

  it("is an administrator's whole, and empty for everybody else", async () => {
    expect((await ask(world.admin, { state: "all" })).total).toBe(6);
    expect((await ask(world.admin)).cohorts).toHaveLength(2);
    for (const other of [world.owen, world.priya, the("offered").actor]) {
      const { rows, total, counts } = await ask(other);
      expect([rows, total, Object.values(counts).some((count) => count > 0)]).toEqual([[], 0, false]);
      expect(await ask(other, { cohort: world.cohortId, q: "Tidewell" })).toMatchObject({
        rows: [],
        total: 0,
      });
    }
  });

  it("filters by state and cohort, and still counts the others", async () => {
    const { rows, total, counts } = await ask(world.ruth, { state: "offered", cohort: world.cohortId });
    expect(rows.map(({ reference }) => reference)).toEqual([the("offered").reference]);
    expect([total, counts.rejected]).toEqual([1, 1]);
    expect((await ask(world.ruth, { state: "draft" })).rows).toEqual([]);
  });

  it.each([
    ["part of a name, in any case", () => the("offered").actor.name.toUpperCase()],
    ["a reference", () => the("offered").reference.toLowerCase()],
    ["an address", () => the("offered").actor.email],
  ])("finds by %s", async (_, q) => {
    const { rows } = await ask(world.ruth, { q: q() });
    expect(rows.map(({ id }) => id)).toContain(the("offered").id);
  });

  it.each(["%", "_", "\\", "'; DROP TABLE", "%25"])("takes %s for what it is", async (q) => {
    expect((await ask(world.ruth, { q })).rows).toEqual([]);
  });

  it("shows the last page when asked for one beyond it", async () => {
    expect(await ask(world.ruth, { page: "9999" })).toMatchObject({ page: 1, pages: 1, total: 4 });
  });
});

describe("one application for review", () => {
  it("says all there is to decide on, and by whose hand it came so far", async () => {
    const { id, actor } = the("offered");
    const view = await applicationForReview(world.ruth, id, MONDAY);
    expect(view).toMatchObject({
      email: actor.email,
      state: "offered",
      answers: { jobTitle: "Executive headteacher", mentorName: "Graham Tully" },
      places: { left: 38, fundedLeft: 10 },
    });
    expect(view?.answers.statements.map(({ body }) => body)).toEqual(FULL.statements.map(({ body }) => body));
    expect(JSON.stringify(view)).not.toMatch(/needs|dietary/);
    expect(view?.history.map(({ state, by: who }) => `${state} by ${who}`)).toEqual([
      `draft by ${actor.name}`,
      `submitted by ${actor.name}`,
      "under_review by Ruth Calder",
      "offered by Ruth Calder",
    ]);
  });

  it("is there for administrators, and for nobody else", async () => {
    const { id, actor } = the("submitted");
    expect(await applicationForReview(world.admin, id, MONDAY)).not.toBeNull();
    for (const other of [world.owen, world.priya, actor, await applicant()]) {
      expect(await applicationForReview(other, id, MONDAY)).toBeNull();
    }
    for (const forgedId of ["x", "", forged<string>({ not: "" }), "00000000-0000-4000-8000-000000000000"]) {
      expect(await applicationForReview(world.admin, forgedId, MONDAY)).toBeNull();
    }
  });

  it("is not there while it is a draft", async () => {
    expect(await applicationForReview(world.admin, the("draft").id, MONDAY)).toBeNull();
  });
});
