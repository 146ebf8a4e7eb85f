import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptOffer, declineOffer } from "@/lib/applications/answer-offer";
import { expireOffers } from "@/lib/applications/expire-offers";
import { startApplication } from "@/lib/applications/start";
import { withdrawApplication } from "@/lib/applications/withdraw";
import type { Actor } from "@/lib/auth/actor";
import { db, disconnect } from "@/lib/db";
import { NotFound, WrongState } from "@/lib/errors";
import {
  ACCEPTANCE,
  type Admissions,
  admissions,
  applicant,
  auditOf,
  candidateIn,
  daysLater,
  lettersTo,
  places,
  placesCounted,
  stateOf,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { forged, succeeded } from "../support/signing-in";

let world: Admissions;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions(400, 200);
});
afterAll(disconnect);

const TUESDAY = daysLater(1);
/** An offer of that Monday stands for fourteen days: until 7 December, 23:59. */
const LAST_MINUTE = new Date("2026-12-07T23:59:59Z");
const TOO_LATE = new Date("2026-12-08T00:00:00Z");

type Answer = (actor: Actor, reference: string, at?: Date) => Promise<void>;
const accept: Answer = (actor, reference, at = TUESDAY) =>
  acceptOffer(actor, { reference, ...ACCEPTANCE }, at);
const decline: Answer = (actor, reference, at = TUESDAY) =>
  declineOffer(actor, { reference, reason: "I am moving to another trust." }, at);
const withdraw: Answer = (actor, reference, at = TUESDAY) => withdrawApplication(actor, { reference }, at);

const offerOf = ({ id }: { id: string }) => db.offer.findFirstOrThrow({ where: { applicationId: id } });
const counters = async () =>
  expect(await places(world.cohortId)).toEqual(await placesCounted(world.cohortId));

describe("accepting", () => {
  it("answers the offer, enrols with every milestone, and keeps the place", async () => {
    const candidate = await candidateIn("offered", world, { fundedPlace: true });
    const before = await places(world.cohortId);
    await accept(candidate.actor, candidate.reference);
    expect(await stateOf(candidate)).toBe("accepted");
    expect(await offerOf(candidate)).toMatchObject({ outcome: "accepted", endedAt: TUESDAY });
    expect(await places(world.cohortId)).toEqual(before);
    const enrolment = await db.enrolment.findUniqueOrThrow({
      where: { applicationId: candidate.id },
      include: { milestones: true, statusChanges: true },
    });
    expect(enrolment).toMatchObject({
      userId: candidate.actor.userId,
      cohortId: world.cohortId,
      state: "active",
      fundedPlace: true,
      fullName: candidate.actor.name,
      workplace: "Tidewell Trust",
      jobTitle: "Executive headteacher",
      trn: "4407718",
      enrolledAt: TUESDAY,
    });
    const milestones = await db.milestone.count({ where: { cohortId: world.cohortId } });
    expect(milestones).toBeGreaterThan(20);
    expect(enrolment.milestones).toHaveLength(milestones);
    expect(enrolment.statusChanges).toHaveLength(1);
    expect((await auditOf(candidate)).at(-1)).toBe(`${candidate.actor.email}: application.accepted`);
    expect(await auditOf(enrolment)).toEqual([
      `${candidate.actor.email}: enrolment.made`,
      `${candidate.actor.email}: mentor.named`,
    ]);
    expect((await lettersTo(candidate.actor)).at(-1)).toBe("offer-accepted");
  });

  it("works once: five times at the same moment make one enrolment", async () => {
    const candidate = await candidateIn("offered", world);
    const clicks = Array.from({ length: 5 }, () => accept(candidate.actor, candidate.reference));
    expect(await succeeded(clicks)).toBe(1);
    await expect(accept(candidate.actor, candidate.reference)).rejects.toThrow(WrongState);
    expect(await db.enrolment.count({ where: { userId: candidate.actor.userId } })).toBe(1);
    await counters();
  });

  it("closes the person's other live applications to the cohort, and frees a place held for one", async () => {
    const candidate = await candidateIn("offered", world);
    const other = await candidateIn("offered", world, { fundedPlace: true });
    const before = await places(world.cohortId);
    // The unique index allows no second one; a database from before it could hold one.
    await db.$executeRaw`DROP INDEX "Application_one_live"`;
    await db.application.update({
      where: { id: other.id },
      data: { userId: candidate.actor.userId },
    });
    await accept(candidate.actor, candidate.reference);
    expect(await stateOf(other)).toBe("withdrawn");
    expect(await offerOf(other)).toMatchObject({ outcome: "withdrawn" });
    expect(await places(world.cohortId)).toEqual([before[0] - 1, before[1] - 1]);
    await counters();
    await db.$executeRaw`
      CREATE UNIQUE INDEX "Application_one_live" ON "Application" ("userId", "cohortId")
      WHERE "state" IN ('draft', 'submitted', 'under_review', 'waitlisted', 'offered', 'accepted')`;
  });

  it("leaves nothing behind when the person is in the cohort already", async () => {
    const first = await candidateIn("accepted", world);
    const second = await candidateIn("offered", world);
    // Withdrawn from the programme and back by another application: the enrolment is resumed, not made twice.
    await db.application.update({ where: { id: first.id }, data: { state: "withdrawn" } });
    await db.application.update({ where: { id: second.id }, data: { userId: first.actor.userId } });
    const told = await lettersTo(first.actor);
    await expect(accept(first.actor, second.reference)).rejects.toThrow(/already have a place/);
    expect(await stateOf(second)).toBe("offered");
    expect(await offerOf(second)).toMatchObject({ outcome: null });
    expect(await lettersTo(first.actor)).toEqual(told);
  });
});

describe("declining", () => {
  it("gives the place back and keeps the reason, which is optional", async () => {
    const before = await places(world.cohortId);
    const candidate = await candidateIn("offered", world, { fundedPlace: true });
    await decline(candidate.actor, candidate.reference);
    expect(await stateOf(candidate)).toBe("declined");
    expect(await offerOf(candidate)).toMatchObject({ outcome: "declined", endedAt: TUESDAY });
    expect(await places(world.cohortId)).toEqual(before);
    const step = await db.applicationTransition.findFirstOrThrow({
      where: { applicationId: candidate.id, toState: "declined" },
    });
    expect(step.reason).toBe("I am moving to another trust.");
    expect((await auditOf(candidate)).at(-1)).toBe(`${candidate.actor.email}: application.declined`);
    expect((await lettersTo(candidate.actor)).at(-1)).toBe("offer-declined");
    const silent = await candidateIn("offered", world);
    await declineOffer(silent.actor, { reference: silent.reference, reason: "" }, TUESDAY);
    expect(await stateOf(silent)).toBe("declined");
  });

  it("lets the person apply again", async () => {
    const { actor, reference } = await candidateIn("offered", world);
    await decline(actor, reference);
    expect(await startApplication(actor, { cohortId: world.cohortId }, TUESDAY)).not.toBe(reference);
  });
});

describe.each<[string, Answer]>([
  ["accepting", accept],
  ["declining", decline],
])("%s", (_, answer) => {
  it("is the applicant's alone", async () => {
    const { reference, id } = await candidateIn("offered", world);
    for (const other of [await applicant(), world.ruth, world.admin, world.owen, world.priya]) {
      await expect(answer(other, reference)).rejects.toThrow(NotFound);
    }
    expect(await stateOf({ id })).toBe("offered");
  });

  it.each(["NPQEL-222222", "", forged<string>({ not: "" }), forged<string>(null)])(
    "does not find %j",
    async (reference) => {
      await expect(answer(await applicant(), reference)).rejects.toThrow(NotFound);
    },
  );

  it.each(["draft", "submitted", "under_review", "waitlisted", "accepted"] as const)(
    "is refused where it is %s",
    async (state) => {
      const { actor, reference, id } = await candidateIn(state, world);
      await expect(answer(actor, reference)).rejects.toThrow(WrongState);
      expect(await stateOf({ id })).toBe(state);
    },
  );

  it("works until 23:59 in London on the last day, and not after", async () => {
    const late = await candidateIn("offered", world);
    await expect(answer(late.actor, late.reference, TOO_LATE)).rejects.toThrow(/until 7 December 2026/);
    expect(await stateOf(late)).toBe("offered");
    const inTime = await candidateIn("offered", world);
    await answer(inTime.actor, inTime.reference, LAST_MINUTE);
    expect(await stateOf(inTime)).not.toBe("offered");
  });

  it("keeps to London's day when the clocks have changed", async () => {
    // Fourteen days from 12 October 2026 end on 26 October, the day after the clocks go back.
    const at = new Date("2026-10-12T09:00:00Z");
    const { actor, reference } = await candidateIn("offered", world, { at });
    await expect(answer(actor, reference, new Date("2026-10-27T00:00:00Z"))).rejects.toThrow(WrongState);
    await answer(actor, reference, new Date("2026-10-26T23:59:59Z"));
  });
});

describe("different answers at the same moment", () => {
  it.each<[string, Answer[]]>([
    ["accept and withdraw", [accept, withdraw]],
    ["accept and decline", [accept, decline]],
    ["accept, decline and withdraw, twice each", [accept, decline, withdraw, withdraw, decline, accept]],
  ])("%s: one wins, and the counters agree", async (_, answers) => {
    for (let round = 0; round < 8; round++) {
      const { actor, reference, id } = await candidateIn("offered", world, { fundedPlace: round % 2 === 0 });
      const order = round % 2 === 0 ? answers : answers.toReversed();
      expect(await succeeded(order.map((answer) => answer(actor, reference)))).toBe(1);
      const accepted = (await stateOf({ id })) === "accepted";
      expect(await db.enrolment.count({ where: { applicationId: id } })).toBe(accepted ? 1 : 0);
      expect(await lettersTo(actor)).toHaveLength(4);
      await counters();
    }
  });
});

describe("an offer that runs out", () => {
  it("stands on its last day and ends after it, once, with an e-mail and the place given back", async () => {
    await expireOffers(new Date("2026-12-31T00:00:00Z"));
    const before = await places(world.cohortId);
    const candidate = await candidateIn("offered", world, { fundedPlace: true });
    expect(await expireOffers(LAST_MINUTE)).toBe(0);
    expect(await stateOf(candidate)).toBe("offered");
    expect(await expireOffers(TOO_LATE)).toBe(1);
    expect(await stateOf(candidate)).toBe("expired");
    expect(await offerOf(candidate)).toMatchObject({ outcome: "expired", endedAt: TOO_LATE });
    expect(await places(world.cohortId)).toEqual(before);
    expect((await auditOf(candidate)).at(-1)).toBe("the portal: application.expired");
    expect((await lettersTo(candidate.actor)).at(-1)).toBe("offer-expired");
    expect(await expireOffers(TOO_LATE)).toBe(0);
    await expect(accept(candidate.actor, candidate.reference)).rejects.toThrow(WrongState);
  });

  it("ends once, however many servers look at the same time", async () => {
    const candidates = [];
    for (let made = 0; made < 6; made++) candidates.push(await candidateIn("offered", world));
    const counts = await Promise.all([1, 2, 3].map(() => expireOffers(TOO_LATE)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    for (const { actor } of candidates) {
      expect((await lettersTo(actor)).filter((letter) => letter === "offer-expired")).toHaveLength(1);
    }
    await counters();
  });

  it("is left alone when it is accepted at that moment, or the other way round", async () => {
    for (let round = 0; round < 6; round++) {
      const { actor, reference, id } = await candidateIn("offered", world);
      const [accepted, expired] = await Promise.allSettled([
        accept(actor, reference, LAST_MINUTE),
        expireOffers(TOO_LATE),
      ]);
      expect(expired.status).toBe("fulfilled");
      expect(await stateOf({ id })).toBe(accepted.status === "fulfilled" ? "accepted" : "expired");
      await counters();
    }
  });

  it("does not keep the others waiting when one cannot be ended", async () => {
    const stuck = await candidateIn("offered", world);
    const next = await candidateIn("offered", world);
    await db.offer.updateMany({
      where: { applicationId: stuck.id },
      data: { answerBy: new Date("2026-11-24T00:00:00Z") },
    });
    // No place to give back: a fault that has to be seen, and only this one's.
    const { placesTaken } = await db.cohort.findUniqueOrThrow({ where: { id: world.cohortId } });
    const fundedOffer = { where: { applicationId: stuck.id }, data: { fundedPlace: true } };
    await db.offer.updateMany(fundedOffer);
    await db.cohort.update({ where: { id: world.cohortId }, data: { fundedTaken: 0 } });
    await expect(expireOffers(TOO_LATE)).rejects.toThrow(/no place was held/);
    expect(await stateOf(next)).toBe("expired");
    expect(await stateOf(stuck)).toBe("offered");
    expect((await places(world.cohortId))[0]).toBe(placesTaken - 1);
  });
});
