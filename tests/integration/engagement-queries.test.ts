import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { logStudy } from "@/lib/engagement/log-study";
import { cohortEngagement, milestoneDetail, participantOverview } from "@/lib/engagement/queries";
import { engagementQuestion } from "@/lib/engagement/schema";
import { takeRegister } from "@/lib/engagement/take-register";
import { scheduleEvent } from "@/lib/events/schedule";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { joinPeerGroup } from "@/lib/peer-groups/members";
import { cohortManager, otherManager, participants } from "@/prisma/seed/cast";
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

const NOW = new Date("2026-11-23T09:00:00Z");
const MAY = new Date("2026-05-20T09:00:00Z");
let ruth: Actor;
let owen: Actor;
let cohortId: string;
let people: (Actor & { enrolmentId: string })[];
let amara: Actor & { enrolmentId: string };

beforeAll(async () => {
  await freshDatabase();
  const admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const other = await startCohort(admin, programmeId, {
    slug: "spring-2027",
    name: "Spring 2027",
    startMonth: "2027-05",
  });
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", other);
  people = await enrolled(admin, cohortId, participants);
  const [first] = people;
  if (!first) throw new Error("nobody is enrolled");
  amara = first;

  const milestone = (number: number) => milestoneId(cohortId, number);
  const group = await makePeerGroup(ruth, { cohortId, name: "Northfield", facilitatorId: null }, NOW);
  await joinPeerGroup(ruth, { peerGroupId: group, enrolmentIds: [amara.enrolmentId] }, NOW);
  const hours = (day: string) => ({ startsAt: londonTime(day, "16:00"), endsAt: londonTime(day, "18:00") });
  await scheduleEvent(
    ruth,
    {
      cohortId,
      milestoneId: await milestone(12),
      place: "Online",
      peerGroupId: group,
      ...hours("2026-12-03"),
    },
    NOW,
  );
  const residential = await scheduleEvent(
    ruth,
    { cohortId, milestoneId: await milestone(2), place: "Oxford", ...hours("2026-05-18") },
    NOW,
  );

  await takeRegister(
    ruth,
    {
      eventId: residential,
      marks: people.map(({ enrolmentId }, index) => ({ enrolmentId, attended: index !== 3 })),
    },
    MAY,
  );
  await sendAudit(amara, await milestone(3), MAY);
  await logStudy(
    amara,
    { milestoneId: await milestone(4), minutes: 480, happenedOn: "2026-05-20", formKey: randomUUID() },
    MAY,
  );
});

describe("the participant's page", () => {
  test("says what is done, what comes next and what the next weeks bring", async () => {
    const page = await participantOverview(amara, NOW);
    expect(page?.enrolment).toMatchObject({
      fullName: "Amara Okafor",
      groupName: "Northfield",
      cohort: { name: "Spring 2026" },
    });
    expect([page?.month, page?.today, page?.milestones.length]).toEqual([7, "2026-11-23", 34]);
    expect(page?.engagement.overall).toEqual({ doneMinutes: 1_110, requiredMinutes: 4_695, percent: 23 });
    expect(page?.engagement.toDate).toEqual({ doneMinutes: 1_110, requiredMinutes: 1_605, percent: 69 });
    expect(page?.learning).toEqual({ minutes: 1_110, ofMinutes: 4_500 });
    expect([page?.next?.milestone.title, page?.next?.urgency]).toEqual([
      "Formative assessment tasks",
      "overdue",
    ]);
    expect(page?.soon.map(({ milestone, day, what }) => [milestone.title, day, what])).toEqual([
      ["Peer learning group 2", "2026-12-03", "event"],
    ]);
    const states = Object.fromEntries(page?.milestones.map(({ number, state }) => [number, state]) ?? []);
    expect(states).toMatchObject({
      2: "completed",
      3: "completed",
      4: "completed",
      5: "overdue",
      6: "overdue",
      11: "open",
      20: "upcoming",
      1: "not_required",
      29: "upcoming",
    });
  });

  test("another group's session is not theirs", async () => {
    const ben = people[1];
    const page = ben && (await participantOverview(ben, NOW));
    expect(page?.milestones.every(({ event }) => event === null)).toBe(true);
    expect(page?.enrolment.groupName).toBeNull();
  });

  test("is not there for who is no participant, and of nobody else", async () => {
    expect(await participantOverview(ruth, NOW)).toBeNull();
    expect(JSON.stringify(await participantOverview(amara, NOW))).not.toContain("Ben Lister");
  });

  test("before the programme month 0, after it 19", async () => {
    const month = async (at: string) => (await participantOverview(amara, new Date(at)))?.month;
    expect(
      await Promise.all(
        ["2026-04-30T22:59:00Z", "2026-04-30T23:00:00Z", "2027-10-31T12:00:00Z", "2029-01-01T12:00:00Z"].map(
          month,
        ),
      ),
    ).toEqual([0, 1, 18, 19]);
  });
});

describe("one milestone", () => {
  test("with its records and who made them, for its participant only", async () => {
    const study = await milestoneId(cohortId, 4);
    const detail = await milestoneDetail(amara, study, NOW);
    expect(detail).toMatchObject({
      canLogStudy: true,
      canMarkDone: false,
      studyFrom: "2026-05-01",
      studyTo: "2026-11-23",
    });
    expect(detail?.records).toMatchObject([
      {
        minutes: 480,
        recordedBy: "Amara Okafor",
        source: "self_recorded",
        happenedOn: "2026-05-20",
        live: true,
        correctable: true,
      },
    ]);
    const residential = await milestoneDetail(amara, await milestoneId(cohortId, 2), NOW);
    expect(residential?.records).toMatchObject([{ recordedBy: "Ruth Calder", correctable: false }]);
    for (const id of ["x", randomUUID()]) expect(await milestoneDetail(amara, id, NOW)).toBeNull();
    expect(await milestoneDetail(ruth, study, NOW)).toBeNull();
    expect((await milestoneDetail(people[1] ?? amara, study, NOW))?.records).toEqual([]);
  });

  test("offers only what its verb would take", async () => {
    const task = async (number: number) =>
      (await milestoneDetail(amara, await milestoneId(cohortId, number), NOW))?.canMarkDone;
    expect([await task(3), await task(6), await task(23), await task(5)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});

describe("the staff's list", () => {
  const ask = (question: object, who = ruth) =>
    cohortEngagement(who, cohortId, engagementQuestion.parse(question), NOW);

  test("by name, with the figures that the participants see themselves", async () => {
    const list = await ask({});
    expect(list).toMatchObject({
      total: 24,
      page: 1,
      pages: 1,
      cohort: { name: "Spring 2026", programmeShortName: "NPQEL", thresholdPercent: 90 },
    });
    expect(list?.rows[0]?.fullName).toBe("Amara Okafor");
    expect(list?.rows[0]?.engagement).toEqual((await participantOverview(amara, NOW))?.engagement);
    expect(list?.rows[0]).toMatchObject({
      groupName: "Northfield",
      lastActivityOn: "2026-05-20",
      state: "active",
    });
    expect(list?.columns).toHaveLength(29);
    expect(list?.columns.slice(0, 4).map(({ short }) => short)).toEqual([
      "Res 1",
      "LA 1",
      "Study 1",
      "Grp 1",
    ]);
    expect(list?.rows[0]?.states).toHaveLength(29);
    const mine = (await participantOverview(amara, NOW))?.milestones
      .filter(({ counts }) => counts)
      .map(({ state }) => state);
    expect(list?.rows[0]?.states).toEqual(mine);
  });

  test("furthest behind first", async () => {
    const list = await ask({ sort: "to_date" });
    expect(list?.rows[0]?.fullName).toBe("Dilys Probert");
    expect(list?.rows.at(-1)?.fullName).toBe("Amara Okafor");
    const percents = list?.rows.map(({ engagement }) => engagement.toDate.percent ?? 0);
    expect(percents).toEqual(percents?.toSorted((a, b) => a - b));
    expect(list?.rows[0]?.lastActivityOn).toBeNull();
  });

  test("found by name or workplace, whatever the case; a percent sign is a percent sign", async () => {
    const names = async (q: string) => (await ask({ q }))?.rows.map(({ fullName }) => fullName);
    expect(await names("probert")).toEqual(["Dilys Probert"]);
    expect(await names("SALTMARSH")).toEqual(["Kwame Asante", "Leila Haddad"]);
    expect(await names("%")).toEqual([]);
    expect(await names("'; DROP")).toEqual([]);
    expect(await names("a\u0000")).toHaveLength(24);
  });

  test("nonsense asks for the first page; past the end is the last", async () => {
    expect(
      (await ask({ page: "-1", sort: "x", group: "y", show: "z", state: "?", dir: "up" }))?.question,
    ).toEqual(engagementQuestion.parse({}));
    expect((await ask({ page: "9" }))?.page).toBe(1);
  });

  test("is not there for others", async () => {
    for (const who of [owen, amara]) expect(await ask({}, who)).toBeNull();
  });
});

test("a page asks a fixed number of questions, whatever there is to show", async () => {
  const study = await milestoneId(cohortId, 4);
  const asked = vi.spyOn(pg.Client.prototype, "query");
  const questions = async (work: () => Promise<unknown>) => {
    asked.mockClear();
    await work();
    return asked.mock.calls.length;
  };
  expect(await questions(() => participantOverview(amara, NOW))).toBe(1);
  expect(await questions(() => milestoneDetail(amara, study, NOW))).toBe(3);
  const list = (page: number) => cohortEngagement(ruth, cohortId, engagementQuestion.parse({ page }), NOW);
  expect(await questions(() => list(1))).toBe(4);
  asked.mockRestore();
});
