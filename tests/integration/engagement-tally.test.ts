import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { correctRecord } from "@/lib/engagement/correct-record";
import { enterRecords } from "@/lib/engagement/enter-records";
import { logStudy } from "@/lib/engagement/log-study";
import { markDone } from "@/lib/engagement/mark-done";
import { recount } from "@/lib/engagement/recount";
import { takeRegister } from "@/lib/engagement/take-register";
import { NotFound } from "@/lib/errors";
import { scheduleEvent } from "@/lib/events/schedule";
import { cohortManager, participants } from "@/prisma/seed/cast";
import {
  administrator,
  enrolled,
  milestoneId,
  npqelSaved,
  SPRING_2026,
  startCohort,
  withRole,
} from "../support/cohort";
import { freshDatabase } from "../support/database";

/** The tally is kept beside the facts: after whatever has happened, in whatever order, it says what they say. */

const NOW = new Date("2026-11-23T09:00:00Z");
const TODAY = "2026-11-23";
let ruth: Actor;
let cohortId: string;
let people: (Actor & { enrolmentId: string })[];
let milestones: string[];
let eventId: string;

beforeAll(async () => {
  await freshDatabase();
  const admin = await administrator();
  cohortId = await startCohort(admin, await npqelSaved(admin), SPRING_2026);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  people = await enrolled(admin, cohortId, participants.slice(0, 3));
  milestones = await Promise.all([4, 6, 12, 11].map((number) => milestoneId(cohortId, number)));
  const times = { startsAt: londonTime("2026-11-19", "16:00"), endsAt: londonTime("2026-11-19", "18:00") };
  eventId = await scheduleEvent(
    ruth,
    { cohortId, milestoneId: milestones[2] ?? "", place: "Online", ...times },
    NOW,
  );
});

type Step = {
  who: number;
  what: "study" | "task" | "register" | "staff" | "credit" | "correct";
  minutes: number;
  which: number;
};

/** Does one thing; what the rules refuse is as good as done. */
async function play({ who, what, minutes, which }: Step, at: Date): Promise<void> {
  const person = people[who % people.length];
  if (!person) return;
  const { enrolmentId } = person;
  const formKey = randomUUID();
  const milestone = milestones[which % milestones.length] ?? "";
  const happenedOn = TODAY;
  if (what === "study") await logStudy(person, { milestoneId: milestone, minutes, happenedOn, formKey }, at);
  if (what === "task") await markDone(person, { milestoneId: milestone, formKey }, at);
  if (what === "register")
    await takeRegister(
      ruth,
      {
        eventId,
        marks: [{ enrolmentId, attended: minutes > 60, minutes: Math.min(minutes, 120) }],
        reason: "Again",
      },
      at,
    );
  if (what === "staff" || what === "credit") {
    const entry = {
      enrolmentId,
      milestoneId: milestone,
      minutes: Math.min(minutes, 60),
      happenedOn,
      credit: what === "credit",
    };
    await enterRecords(ruth, { cohortId, entries: [entry] }, at);
  }
  if (what === "correct") {
    const own = { enrolmentId, source: "self_recorded" as const, supersededBy: null };
    const record = await db.engagementRecord.findFirst({ where: own, orderBy: { id: "desc" } });
    if (record)
      await correctRecord(
        person,
        { recordId: record.id, minutes: which % 2 ? minutes : 0, happenedOn, formKey },
        at,
      );
  }
}

/** What the facts come to, reckoned apart from the portal's own statement. */
async function fromFacts(): Promise<Map<string, { minutes: number; complete: boolean; credited: boolean }>> {
  const rows = await db.engagementRecord.findMany({
    where: { supersededBy: null },
    include: { enrolmentMilestone: { include: { milestone: { select: { minutes: true } } } } },
  });
  const sums = new Map<string, { minutes: number; complete: boolean; credited: boolean }>();
  for (const row of rows) {
    const key = `${row.enrolmentId} ${row.milestoneId}`;
    const sum = sums.get(key) ?? { minutes: 0, complete: false, credited: false };
    sum.minutes += row.minutes;
    sum.complete ||=
      row.completes || sum.minutes >= (row.enrolmentMilestone.milestone.minutes ?? Number.POSITIVE_INFINITY);
    sum.credited ||= row.completes && row.source === "credit";
    sums.set(key, sum);
  }
  return sums;
}

async function expectTalliesToSayWhatTheFactsSay(): Promise<void> {
  const facts = await fromFacts();
  for (const row of await db.enrolmentMilestone.findMany()) {
    const expected = facts.get(`${row.enrolmentId} ${row.milestoneId}`) ?? {
      minutes: 0,
      complete: false,
      credited: false,
    };
    expect({
      minutes: row.minutesRecorded,
      complete: row.completedAt !== null,
      credited: row.credited,
    }).toEqual(expected);
  }
}

test("after random things one after another and at once, tallies are what the facts say", async () => {
  const step = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom("study", "task", "register", "staff", "credit", "correct" as const) as fc.Arbitrary<
      Step["what"]
    >,
    minutes: fc.integer({ min: 5, max: 300 }),
    which: fc.nat(7),
  });
  let tick = NOW.getTime();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, together) => {
      tick += 1_000;
      if (together) await Promise.allSettled(steps.map((each) => play(each, new Date(tick))));
      else for (const each of steps) await play(each, new Date(tick++)).catch(() => undefined);
      await expectTalliesToSayWhatTheFactsSay();
    }),
    { numRuns: 25 },
  );
  expect(await recount(ruth, cohortId, NOW)).toBe(0);
}, 60_000);

test("a tally that somebody changed by hand is made right, and said so", async () => {
  const [someone] = people;
  const where = { enrolmentId: someone?.enrolmentId ?? "", milestoneId: milestones[0] ?? "" };
  await db.enrolmentMilestone.update({
    where: { enrolmentId_milestoneId: where },
    data: { minutesRecorded: 4_000 },
  });
  await db.enrolmentMilestone.updateMany({
    where: { milestoneId: milestones[3] ?? "" },
    data: { completedAt: NOW, credited: true },
  });
  expect(await recount(ruth, cohortId, NOW)).toBeGreaterThanOrEqual(2);
  await expectTalliesToSayWhatTheFactsSay();
  expect(await recount(ruth, cohortId, NOW)).toBe(0);
  await expect(recount(someone ?? ruth, cohortId, NOW)).rejects.toThrow(NotFound);
});

test("the facts themselves cannot be changed or deleted", async () => {
  await expect(db.engagementRecord.updateMany({ data: { minutes: 1 } })).rejects.toThrow();
  await expect(db.engagementRecord.deleteMany()).rejects.toThrow();
});
