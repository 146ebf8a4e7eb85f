import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginReview, rejectApplication, waitlistApplication } from "@/lib/applications/decide";
import { makeOffer } from "@/lib/applications/make-offer";
import type { ApplicationState } from "@/lib/applications/schema";
import { startApplication } from "@/lib/applications/start";
import type { Actor } from "@/lib/auth/actor";
import { dateColumn } from "@/lib/dates";
import { db, disconnect } from "@/lib/db";
import { NotFound, StaleVersion, WrongState } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  applicant,
  auditOf,
  candidateIn,
  lettersTo,
  MONDAY,
  places,
  placesCounted,
  stateOf,
  versionOf,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { forged, succeeded } from "../support/signing-in";

let world: Admissions;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
afterAll(disconnect);

type Decide = (actor: Actor, applicationId: string, version: number) => Promise<void>;
const REASON = "We could not see yet that you lead several schools.";

const review: Decide = (actor, applicationId, version) =>
  beginReview(actor, { applicationId, version }, MONDAY);
const waitlist: Decide = (actor, applicationId, version) =>
  waitlistApplication(actor, { applicationId, version }, MONDAY);
const reject: Decide = (actor, applicationId, version) =>
  rejectApplication(actor, { applicationId, version, reasons: ["not_yet_leading"], words: REASON }, MONDAY);
const offer: Decide = (actor, applicationId, version) =>
  makeOffer(actor, { applicationId, version, fundedPlace: false }, MONDAY);

const decisions: [
  string,
  Decide,
  { from: "submitted" | "under_review" | "waitlisted"; to: ApplicationState; letter?: string },
][] = [
  ["beginning the review", review, { from: "submitted", to: "under_review" }],
  [
    "putting it on the waiting list",
    waitlist,
    { from: "under_review", to: "waitlisted", letter: "application-waitlisted" },
  ],
  ["rejecting it", reject, { from: "under_review", to: "rejected", letter: "application-rejected" }],
  [
    "rejecting it from the waiting list",
    reject,
    { from: "waitlisted", to: "rejected", letter: "application-rejected" },
  ],
  ["offering a place", offer, { from: "under_review", to: "offered", letter: "offer-made" }],
  [
    "offering a place from the waiting list",
    offer,
    { from: "waitlisted", to: "offered", letter: "offer-made" },
  ],
];

describe.each(decisions)("%s", (_, decide, { from, to, letter }) => {
  it("moves it on, with an audit row, a line of history and what the applicant is told", async () => {
    const { actor, id } = await candidateIn(from, world);
    const told = await lettersTo(actor);
    await decide(world.ruth, id, await versionOf({ id }));
    expect(await stateOf({ id })).toBe(to);
    expect((await auditOf({ id })).at(-1)).toBe(`${world.ruth.email}: application.${to}`);
    expect(await lettersTo(actor)).toEqual(letter ? [...told, letter] : told);
    const step = await db.applicationTransition.findFirstOrThrow({
      where: { applicationId: id },
      orderBy: { id: "desc" },
    });
    expect(step).toMatchObject({ fromState: from, toState: to, byId: world.ruth.userId, at: MONDAY });
  });

  it("is for an administrator too", async () => {
    const { id } = await candidateIn(from, world);
    await decide(world.admin, id, await versionOf({ id }));
    expect(await stateOf({ id })).toBe(to);
  });

  it("finds nothing for anybody else, and nothing is written", async () => {
    const { actor, id } = await candidateIn(from, world);
    const version = await versionOf({ id });
    const audit = await auditOf({ id });
    for (const other of [actor, await applicant(), world.owen, world.priya]) {
      await expect(decide(other, id, version)).rejects.toThrow(NotFound);
    }
    expect(await stateOf({ id })).toBe(from);
    expect(await auditOf({ id })).toEqual(audit);
  });

  it.each([
    "00000000-0000-4000-8000-000000000000",
    "x",
    "",
    forged<string>({ not: "" }),
    forged<string>(undefined),
  ])("does not find %j", async (id) => {
    await expect(decide(world.ruth, id, 3)).rejects.toThrow(NotFound);
  });

  it("is won by one of five at the same moment, and told once", async () => {
    const { actor, id } = await candidateIn(from, world);
    const told = await lettersTo(actor);
    const version = await versionOf({ id });
    const staff = [world.ruth, world.admin, world.ruth, world.admin, world.ruth];
    expect(await succeeded(staff.map((who) => decide(who, id, version)))).toBe(1);
    expect(await lettersTo(actor)).toHaveLength(told.length + (letter ? 1 : 0));
    expect(await places(world.cohortId)).toEqual(await placesCounted(world.cohortId));
  });

  it.each(["draft", "submitted", "under_review", "waitlisted", "offered", "accepted"] as const)(
    "from %s is as the table of states has it",
    async (state) => {
      const { id } = await candidateIn(state, world);
      const legal = decisions.some(([, other, rule]) => other === decide && rule.from === state);
      const attempt = decide(world.ruth, id, await versionOf({ id }));
      if (legal) await attempt;
      // A draft is its writer's alone: for staff it is not there.
      else await expect(attempt).rejects.toThrow(state === "draft" ? NotFound : WrongState);
    },
  );
});

describe("a page that is out of date", () => {
  it("decides nothing", async () => {
    const { id } = await candidateIn("under_review", world);
    const opened = await versionOf({ id });
    await waitlist(world.admin, id, opened);
    for (const decide of [reject, offer]) {
      await expect(decide(world.ruth, id, opened)).rejects.toThrow(StaleVersion);
    }
    await expect(waitlist(world.ruth, id, opened)).rejects.toThrow(WrongState);
    expect(await stateOf({ id })).toBe("waitlisted");
  });
});

describe("two of the staff who decide differently at once", () => {
  it("make one decision, one e-mail, and counters that agree", async () => {
    for (let round = 0; round < 8; round++) {
      const { actor, id } = await candidateIn("under_review", world);
      const told = await lettersTo(actor);
      const version = await versionOf({ id });
      const attempts = [offer(world.ruth, id, version), reject(world.admin, id, version)];
      expect(await succeeded(attempts)).toBe(1);
      expect(await lettersTo(actor)).toHaveLength(told.length + 1);
      const offers = await db.offer.count({ where: { applicationId: id } });
      expect(offers).toBe((await stateOf({ id })) === "offered" ? 1 : 0);
    }
    expect(await places(world.cohortId)).toEqual(await placesCounted(world.cohortId));
  });
});

describe("the reason of a rejection", () => {
  it("is kept word for word, and stands in the e-mail", async () => {
    const { actor, id } = await candidateIn("under_review", world);
    await reject(world.ruth, id, await versionOf({ id }));
    const step = await db.applicationTransition.findFirstOrThrow({
      where: { applicationId: id, toState: "rejected" },
    });
    expect(step.reason).toBe(REASON);
    const letter = await db.outboxMessage.findFirstOrThrow({
      where: { toAddress: actor.email, template: "application-rejected" },
    });
    expect(letter.text).toContain(REASON);
    const audit = await db.auditEntry.findMany({ where: { subjectId: id } });
    expect(JSON.stringify(audit.map(({ after }) => after))).not.toContain("several schools");
  });
});

describe("one's own application", () => {
  it("is decided by somebody else, even where one manages the cohort", async () => {
    const reference = await startApplication(world.ruth, { cohortId: world.cohortId }, MONDAY);
    const { id } = await db.application.update({
      where: { reference },
      data: { state: "submitted", submittedAt: MONDAY, declaredAt: MONDAY },
    });
    await expect(review(world.ruth, id, 1)).rejects.toThrow(NotFound);
    await review(world.admin, id, 1);
    expect(await stateOf({ id })).toBe("under_review");
  });
});

describe("an offer", () => {
  it("holds a place, says until when, and whether it is funded", async () => {
    const { actor, reference, id } = await candidateIn("under_review", world);
    const [taken, funded] = await places(world.cohortId);
    const version = await versionOf({ id });
    await makeOffer(world.ruth, { applicationId: id, version, fundedPlace: true }, MONDAY);
    expect(await places(world.cohortId)).toEqual([taken + 1, funded + 1]);
    const made = await db.offer.findFirstOrThrow({ where: { applicationId: id } });
    expect(made).toMatchObject({
      fundedPlace: true,
      offeredById: world.ruth.userId,
      answerBy: dateColumn("2026-12-07"),
      outcome: null,
    });
    const letter = await db.outboxMessage.findFirstOrThrow({
      where: { toAddress: actor.email, template: "offer-made" },
    });
    expect(letter.subject).toBe(`We offer you a place: ${reference}`);
    expect(letter.text).toContain("a funded place");
    expect(letter.text).toContain("Monday 7 December 2026, 23:59");
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: id, action: "application.offered" },
    });
    expect(audit).toMatchObject({ after: { state: "offered", fundedPlace: true, answerBy: "2026-12-07" } });
  });

  it("counts its days in London, not in UTC", async () => {
    const { id } = await candidateIn("under_review", world);
    const lateEvening = new Date("2026-09-30T23:30:00Z");
    const version = await versionOf({ id });
    await makeOffer(world.ruth, { applicationId: id, version, fundedPlace: false }, lateEvening);
    const { answerBy } = await db.offer.findFirstOrThrow({ where: { applicationId: id } });
    expect(answerBy).toEqual(dateColumn("2026-10-15"));
  });
});
