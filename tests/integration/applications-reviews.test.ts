import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginReview, rejectApplication, waitlistApplication } from "@/lib/applications/decide";
import { makeOffer } from "@/lib/applications/make-offer";
import { applicationQueue } from "@/lib/applications/queue";
import { saveReview } from "@/lib/applications/review";
import { reviewDesk } from "@/lib/applications/review-queries";
import { startApplication } from "@/lib/applications/start";
import type { Actor } from "@/lib/auth/actor";
import { db, disconnect } from "@/lib/db";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  applicant,
  auditOf,
  type Candidate,
  candidateIn,
  MONDAY,
  stateOf,
  versionOf,
} from "../support/admissions";
import { withRole } from "../support/cohort";
import { freshDatabase } from "../support/database";
import { reviewed, scores } from "../support/reviews";
import { forged, succeeded } from "../support/signing-in";

let world: Admissions;
let una: Actor;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
  const person = { name: "Una Fell", email: "una.fell@example.org" };
  una = await withRole(world.admin, person, "cohort_manager", world.cohortId);
});
afterAll(disconnect);

const desk = async (actor: Actor, { id }: { id: string }) => {
  const view = await reviewDesk(actor, id);
  if (!view) throw new Error("not there");
  return view;
};
const read = () => candidateIn("under_review", world);

describe("a review", () => {
  it("is saved as a draft, gone on with, and handed in once", async () => {
    const candidate = await read();
    const draft = await reviewed(world.ruth, candidate, { handIn: false, recommendation: null });
    expect(draft).toEqual({ version: 1 });
    const own = (await desk(world.ruth, candidate)).own;
    expect(own).toMatchObject({ version: 1, handedIn: false, recommendation: null });
    expect(own?.scores).toHaveLength(5);
    await reviewed(world.ruth, candidate, { version: 1, points: 4, comment: "A clear case." });
    const row = await db.applicationReview.findFirstOrThrow({ where: { applicationId: candidate.id } });
    expect(row).toMatchObject({
      version: 2,
      submittedAt: MONDAY,
      recommendation: "offer",
      comment: "A clear case.",
    });
    const again = reviewed(world.ruth, candidate, { version: 2, points: 0 });
    await expect(again).rejects.toThrow(/handed in your review/);
    expect((await desk(world.ruth, candidate)).mean).toBe(20);
    expect((await auditOf(candidate)).slice(-2)).toEqual([
      `${world.ruth.email}: review.saved`,
      `${world.ruth.email}: review.handed_in`,
    ]);
    const audit = await db.auditEntry.findMany({ where: { subjectId: candidate.id } });
    expect(JSON.stringify(audit.map(({ after }) => after))).not.toMatch(/clear case|Because/);
  });

  it("is handed in only when all of it is there, and a draft keeps what can be kept", async () => {
    const candidate = await read();
    const missing = { applicationId: candidate.id, version: 0, recommendation: null, comment: "" };
    const none = await saveReview(world.ruth, { ...missing, handIn: true, scores: [] }, MONDAY);
    expect("errors" in none && Object.keys(none.errors)).toHaveLength(11);
    expect(await db.applicationReview.count({ where: { applicationId: candidate.id } })).toBe(0);
    const [first] = scores(3);
    const halves = [{ criterionKey: first?.criterionKey ?? "", score: null, reason: "Not lost." }];
    const half = await saveReview(world.ruth, { ...missing, handIn: false, scores: halves }, MONDAY);
    expect(half).toEqual({ errors: { "score-several-schools": expect.stringContaining("Choose a score") } });
    const tooMany = [{ criterionKey: "sponsor", score: 5, reason: "Splendid." }];
    const over = await saveReview(world.ruth, { ...missing, handIn: false, scores: tooMany }, MONDAY);
    expect(over).toHaveProperty("errors.score-sponsor");
    const empty = await saveReview(world.ruth, { ...missing, handIn: false, scores: [] }, MONDAY);
    expect(empty).toEqual({ version: 1 });
  });

  it("is nobody else's, and not for one's own application", async () => {
    const candidate = await read();
    for (const other of [world.owen, world.priya, candidate.actor, await applicant()])
      await expect(reviewed(other, candidate)).rejects.toThrow(NotFound);
    for (const id of ["x", "", forged<string>({ not: "" }), "00000000-0000-4000-8000-000000000000"])
      await expect(reviewed(world.ruth, { id })).rejects.toThrow(NotFound);
    const reference = await startApplication(world.ruth, { cohortId: world.cohortId }, MONDAY);
    const own = await db.application.update({
      where: { reference },
      data: { state: "under_review", submittedAt: MONDAY, declaredAt: MONDAY },
    });
    await expect(reviewed(world.ruth, own)).rejects.toThrow(NotFound);
    expect(await reviewDesk(world.ruth, own.id)).toBeNull();
    expect(
      await db.applicationReview.count({ where: { applicationId: { in: [own.id, candidate.id] } } }),
    ).toBe(0);
  });

  it.each(["submitted", "offered", "accepted"] as const)("is not written while it is %s", async (state) => {
    await expect(reviewed(world.ruth, await candidateIn(state, world))).rejects.toThrow(WrongState);
  });

  it("of an older page, or by criteria that are gone, is refused", async () => {
    const candidate = await read();
    await reviewed(world.ruth, candidate, { handIn: false });
    await expect(reviewed(world.ruth, candidate)).rejects.toThrow(StaleVersion);
    await reviewed(world.ruth, candidate, { handIn: false, version: 1 });
    await expect(reviewed(world.ruth, candidate, { version: 1 })).rejects.toThrow(StaleVersion);
    const gone = { criterionKey: "gone", score: 1, reason: "" };
    const input = {
      applicationId: candidate.id,
      version: 2,
      handIn: false,
      comment: "",
      recommendation: null,
    };
    await expect(saveReview(world.ruth, { ...input, scores: [gone] }, MONDAY)).rejects.toThrow(StaleVersion);
  });

  it("begun or handed in five times at once is one", async () => {
    const candidate = await read();
    const begin = Array.from({ length: 5 }, () => reviewed(world.ruth, candidate, { handIn: false }));
    expect(await succeeded(begin)).toBe(1);
    const handIn = Array.from({ length: 5 }, () => reviewed(world.ruth, candidate, { version: 1 }));
    expect(await succeeded(handIn)).toBe(1);
    expect((await auditOf(candidate)).filter((line) => line.includes("review.handed_in"))).toHaveLength(1);
    expect(await db.reviewScore.count({ where: { review: { applicationId: candidate.id } } })).toBe(5);
  });
});

describe("what others wrote", () => {
  it("opens once one's own is in, or once nobody else is asked", async () => {
    const candidate = await read();
    await reviewed(world.ruth, candidate, { points: 4 });
    await reviewed(world.admin, candidate, { handIn: false, points: 1 });
    const before = await desk(una, candidate);
    expect(before).toMatchObject({ reviews: null, mean: null, reading: "one", canReview: true });
    expect(before.handedInBy).toEqual(["Ruth Calder"]);
    expect(before.writing).toEqual(["Miles Ashdown"]);
    expect(JSON.stringify(before)).not.toMatch(/Because of/);
    await reviewed(una, candidate, { points: 2 });
    const after = await desk(una, candidate);
    expect(after).toMatchObject({ reading: "differing", mean: 15, canReview: false });
    expect(after.reviews?.map(({ by, mine }) => [by, mine])).toEqual([
      ["Ruth Calder", false],
      ["Una Fell", true],
    ]);
    // The third reader still reads for himself.
    expect((await desk(world.admin, candidate)).reviews).toBeNull();
    await reviewed(world.admin, candidate, { version: 1 });
    expect(await desk(world.admin, candidate)).toMatchObject({ reading: "settled", mean: 15 });
  });

  it("reaches the queue only so far", async () => {
    const [high, low] = [await read(), await read()];
    for (const [candidate, points] of [
      [high, 4],
      [low, 1],
    ] as const)
      await reviewed(world.ruth, candidate, { points });
    await reviewed(una, low, { points: 4 });
    const lines = async (actor: Actor) => {
      const { rows } = await applicationQueue(
        actor,
        { page: 1, sort: "score", state: "under_review" },
        MONDAY,
      );
      return rows
        .filter(({ id }) => id === high.id || id === low.id)
        .map(({ id, score, reading, reviews, maxScore }) => ({
          ...{ high: id === high.id, score, reading, reviews, maxScore },
        }));
    };
    expect(await lines(world.ruth)).toEqual([
      { high: true, score: 20, reading: "one", reviews: 1, maxScore: 20 },
      { high: false, score: 12.5, reading: "differing", reviews: 2, maxScore: 20 },
    ]);
    // Una has read only one of the two: the other's score is not told, nor sorted by.
    expect(await lines(una)).toEqual([
      { high: false, score: 12.5, reading: "differing", reviews: 2, maxScore: 20 },
      { high: true, score: null, reading: "one", reviews: 1, maxScore: 20 },
    ]);
    expect((await lines(world.admin)).map(({ score }) => score)).toEqual([null, null]);
  });
});

describe("a decision while two reviews differ", () => {
  const OVERRIDE = { overrideReason: "The chair is away." };
  const decisions: [string, (candidate: Candidate, version: number, despite?: string) => Promise<void>][] = [
    [
      "an offer",
      ({ id }, version, despite) =>
        makeOffer(
          world.admin,
          { applicationId: id, version, fundedPlace: false, despite, ...OVERRIDE },
          MONDAY,
        ),
    ],
    [
      "the waiting list",
      ({ id }, version, despite) =>
        waitlistApplication(world.admin, { applicationId: id, version, despite }, MONDAY),
    ],
    [
      "a rejection",
      ({ id }, version, despite) => {
        const told = { reasons: ["places_full"], words: "" } as const;
        return rejectApplication(world.admin, { applicationId: id, version, despite, ...told }, MONDAY);
      },
    ],
  ];

  it.each(decisions)("%s needs a reason, which colleagues find among the notes", async (_, decide) => {
    const candidate = await read();
    await reviewed(world.ruth, candidate, { points: 4 });
    await reviewed(una, candidate, { points: 1, recommendation: "reject" });
    const version = await versionOf(candidate);
    await expect(decide(candidate, version)).rejects.toThrow(FieldProblem);
    expect(await stateOf(candidate)).toBe("under_review");
    await decide(candidate, version, "Both of us met her school’s chair.");
    expect(await stateOf(candidate)).not.toBe("under_review");
    const { notes } = await desk(world.ruth, candidate);
    expect(notes).toEqual([
      expect.objectContaining({
        by: "Miles Ashdown",
        body: expect.stringContaining("met her school’s chair"),
      }),
    ]);
    const audit = await db.auditEntry.findMany({
      where: { subjectId: candidate.id },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ action }) => action)).toContain("note.added");
    expect(audit.at(-1)?.after).toMatchObject({ reviews: 2, despiteDiffering: true });
    expect(JSON.stringify(audit.map(({ after }) => after))).not.toContain("chair");
  });

  it.each(decisions)(
    "%s needs none with a third review, nor where two agree, nor without any",
    async (_, decide) => {
      for (const reviewers of [[], [world.ruth, una], [world.ruth, una, world.admin]]) {
        const candidate = await read();
        for (const [at, reviewer] of reviewers.entries())
          await reviewed(reviewer, candidate, { points: reviewers.length === 3 && at === 0 ? 0 : 3 });
        await decide(candidate, await versionOf(candidate));
        expect(await stateOf(candidate)).not.toBe("under_review");
        expect((await desk(world.ruth, candidate)).notes).toEqual([]);
      }
    },
  );

  it("keeps no note of a decision that was not made", async () => {
    const candidate = await read();
    await reviewed(world.ruth, candidate, { points: 4 });
    await reviewed(una, candidate, { points: 1 });
    const stale = { applicationId: candidate.id, version: 1, despite: "Now." };
    await expect(waitlistApplication(world.ruth, stale, MONDAY)).rejects.toThrow(StaleVersion);
    expect((await desk(world.ruth, candidate)).notes).toEqual([]);
  });

  it("does not touch the beginning of a review", async () => {
    const candidate = await candidateIn("submitted", world);
    await beginReview(world.ruth, { applicationId: candidate.id, version: 3 }, MONDAY);
    expect(await stateOf(candidate)).toBe("under_review");
  });
});
