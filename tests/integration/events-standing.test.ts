import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { byModule } from "@/lib/engagement/by-module";
import { cohortStanding } from "@/lib/engagement/cohort-standing";
import { correctRecord } from "@/lib/engagement/correct-record";
import { logStudy } from "@/lib/engagement/log-study";
import { participantForStaff } from "@/lib/engagement/participant";
import { cohortEngagement, participantOverview } from "@/lib/engagement/queries";
import { engagementQuestion } from "@/lib/engagement/schema";
import { takeRegister } from "@/lib/engagement/take-register";
import { changeStatus } from "@/lib/enrolments/change-status";
import { scheduleEvent } from "@/lib/events/schedule";
import { cohortManager, facilitators, otherManager, participants } from "@/prisma/seed/cast";
import { sendAudit } from "../support/audits";
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

/** What the participant's and the cohort's pages read besides the events themselves. */

const NOW = new Date("2026-11-23T09:00:00Z");
const AUDIT = 3;
const STUDY = 4;
const GROUP_1 = 5;
const GROUP_2 = 12;
const GATE = 29;

let ruth: Actor;
let owen: Actor;
let priya: Actor;
let cohortId: string;
let otherCohortId: string;
/** Amara, Ben, Chidi and Dilys, who has withdrawn. */
let people: (Actor & { enrolmentId: string })[];
const who = (index: number) => {
  const person = people[index];
  if (!person) throw new Error(`nobody at ${index}`);
  return person;
};

beforeAll(async () => {
  await freshDatabase();
  const admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const earlier = { slug: "spring-2025", name: "Spring 2025", startMonth: "2025-05" };
  otherCohortId = await startCohort(admin, programmeId, earlier);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", otherCohortId);
  priya = await withRole(admin, facilitators[0], "facilitator");
  people = await enrolled(admin, cohortId, participants.slice(0, 4));
  // Amara was on the earlier cohort too.
  await enrolled(admin, otherCohortId, participants.slice(0, 1));

  const audit = await milestoneId(cohortId, AUDIT);
  for (const index of [0, 1, 3]) {
    await sendAudit(who(index), audit, NOW);
  }
  const study = { milestoneId: await milestoneId(cohortId, STUDY), minutes: 90, happenedOn: "2026-06-18" };
  await logStudy(who(0), { ...study, formKey: randomUUID() }, NOW);
  const times = { startsAt: londonTime("2026-06-25", "16:00"), endsAt: londonTime("2026-06-25", "18:00") };
  const session = { cohortId, milestoneId: await milestoneId(cohortId, GROUP_1), place: "Online", ...times };
  const eventId = await scheduleEvent(ruth, { ...session, facilitatorId: priya.userId }, NOW);
  const marks = [true, false, true].map((attended, index) => ({
    enrolmentId: who(index).enrolmentId,
    attended,
  }));
  await takeRegister(priya, { eventId, marks }, NOW);
  const leaving = { toState: "withdrawn", reasonCode: "other", effectiveOn: "2026-11-20" } as const;
  await changeStatus(ruth, { enrolmentId: who(3).enrolmentId, ...leaving }, NOW);
});

describe("how a cohort stands", () => {
  test("counts who has done each item among the active", async () => {
    const standing = await cohortStanding(ruth, cohortId, NOW);
    const item = (number: number) => standing?.milestones.find((each) => each.number === number);
    expect(standing?.active).toBe(3);
    expect(item(AUDIT)).toMatchObject({ done: 2, of: 3, state: "overdue", counted: true });
    expect(item(GROUP_1)).toMatchObject({ done: 2, of: 3 });
    expect(item(GROUP_2)).toMatchObject({ done: 0, of: 3, state: "open" });
    expect(item(GATE)).toMatchObject({ counted: false, state: "upcoming" });
  });

  test("its mean and those below the line are those of the list of participants", async () => {
    const standing = await cohortStanding(ruth, cohortId, NOW);
    const list = await cohortEngagement(ruth, cohortId, engagementQuestion.parse({ page: 1 }), NOW);
    const active = list?.rows.filter(({ state }) => state === "active") ?? [];
    const shares = active.map(({ engagement }) => engagement.toDate.percent ?? 0);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(standing?.meanToDatePercent).toBe(Math.floor(mean));
    expect(standing?.belowLine).toBe(shares.filter((share) => share < 90).length);
  });

  test("is there for those who manage it, and for nobody else", async () => {
    for (const actor of [owen, priya, who(0)]) expect(await cohortStanding(actor, cohortId, NOW)).toBeNull();
    for (const id of ["", "x", randomUUID()]) expect(await cohortStanding(ruth, id, NOW)).toBeNull();
  });
});

describe("a participant, as staff see them", () => {
  test("shows what the participant sees of themselves, with every record", async () => {
    const amara = who(0);
    const seen = await participantForStaff(ruth, cohortId, amara.enrolmentId, NOW);
    const own = await participantOverview(amara, NOW, cohortId);
    expect(seen?.engagement).toEqual(own?.engagement);
    expect(seen?.milestones).toEqual(own?.milestones);
    expect(seen?.email).toBe(amara.email);
    expect(seen?.records.map(({ source }) => source).sort()).toEqual([
      "attendance_register",
      "self_recorded",
      "submitted_form",
    ]);
  });

  test("keeps a corrected record in sight", async () => {
    const amara = who(0);
    const before = await participantForStaff(ruth, cohortId, amara.enrolmentId, NOW);
    const old = before?.records.find(({ minutes }) => minutes === 90);
    const correction = { minutes: 60, happenedOn: "2026-06-18", formKey: randomUUID() };
    await correctRecord(amara, { recordId: old?.id ?? "", ...correction }, NOW);
    const after = await participantForStaff(ruth, cohortId, amara.enrolmentId, NOW);
    const study = after?.records.filter(({ source, completes }) => source === "self_recorded" && !completes);
    expect(study?.map(({ minutes, live }) => [minutes, live]).sort()).toEqual([
      [60, true],
      [90, false],
    ]);
  });

  test("is not there for other staff, participants, or under another cohort", async () => {
    const { enrolmentId } = who(1);
    for (const actor of [owen, priya, who(0), who(1)]) {
      expect(await participantForStaff(actor, cohortId, enrolmentId, NOW)).toBeNull();
    }
    expect(await participantForStaff(owen, otherCohortId, enrolmentId, NOW)).toBeNull();
    expect(await participantForStaff(ruth, cohortId, "{ not: '' }", NOW)).toBeNull();
  });
});

describe("what others recorded", () => {
  test("lists the register's word and not one's own", async () => {
    const [change, ...more] = (await participantOverview(who(1), NOW))?.changes ?? [];
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      kind: "record",
      title: "Peer learning group 1",
      detail: "attendance_register",
      minutes: 0,
      by: "Priya Raman",
      day: "2026-11-23",
    });
  });
});

describe("more than one enrolment", () => {
  test("the cohort in the address decides; the others are named", async () => {
    const chosen = await participantOverview(who(0), NOW, otherCohortId);
    expect(chosen?.enrolment.cohort.name).toBe("Spring 2025");
    expect(chosen?.others).toEqual([{ cohortId, cohortName: "Spring 2026", shortName: "NPQEL" }]);
    expect((await participantOverview(who(1), NOW))?.others).toEqual([]);
  });

  test("a cohort that one is not in does not exist", async () => {
    for (const id of [otherCohortId, randomUUID(), "x", "' OR true --"]) {
      expect(await participantOverview(who(1), NOW, id)).toBeNull();
    }
  });
});

test("the route map by module: every item once, hours of what counts, the rest at the end", async () => {
  const overview = await participantOverview(who(0), NOW, cohortId);
  const parts = byModule(overview?.milestones ?? []);
  expect(parts.map(({ title }) => title)).toEqual([
    "Module 1",
    "Module 2",
    "Module 3",
    "Across the programme",
  ]);
  expect(parts.flatMap(({ milestones }) => milestones)).toHaveLength(overview?.milestones.length ?? 0);
  const asked = parts.reduce((sum, { ofMinutes }) => sum + ofMinutes, 0);
  expect(asked).toBe(overview?.engagement.overall.requiredMinutes);
  const done = parts.reduce((sum, { doneMinutes }) => sum + doneMinutes, 0);
  expect(done).toBe(overview?.engagement.overall.doneMinutes);
});
