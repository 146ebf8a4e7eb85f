import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { dayInLondon, plainDate } from "@/lib/dates";
import { db } from "@/lib/db";
import { alertsOf, urgencyOf } from "@/lib/engagement/alerts";
import { participantsList } from "@/lib/engagement/cohort-lists";
import { cohortStanding } from "@/lib/engagement/cohort-standing";
import { enterRecords } from "@/lib/engagement/enter-records";
import { logStudy } from "@/lib/engagement/log-study";
import { participantForStaff } from "@/lib/engagement/participant";
import { cohortEngagement } from "@/lib/engagement/queries";
import { engagementQuestion } from "@/lib/engagement/schema";
import {
  makeAllSummaries,
  makeSummaries,
  summariesAtRest,
  summariesForPage,
} from "@/lib/engagement/summaries";
import { changeStatus } from "@/lib/enrolments/change-status";
import { NotFound } from "@/lib/errors";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { joinPeerGroup } from "@/lib/peer-groups/members";
import { cohortManager, facilitators, participants } from "@/prisma/seed/cast";
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
import { csvOf } from "../support/lists";

/** The summaries say what the one rule says, on any day and after any change. */

const NOW = new Date("2026-11-23T09:00:00Z");
let ruth: Actor;
let admin: Actor;
let programmeId: string;
let cohortId: string;
let people: (Actor & { enrolmentId: string })[];

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  people = await enrolled(admin, cohortId, participants);
});

/** Somebody by the list: the parallel of a line of a sequence, so that a run can be repeated. */
let turn = 7;
const chance = (below: number) => {
  turn = (turn * 1_103_515_245 + 12_345) % 2_147_483_648;
  return turn % below;
};
const person = (at: number) => people[at % people.length] as Actor & { enrolmentId: string };
const list = (question: object = {}, at = NOW) =>
  cohortEngagement(ruth, cohortId, engagementQuestion.parse(question), at);

/** Every summary against the participant's own page of staff, which does not know of summaries. */
async function agree(at: Date) {
  await list({}, at);
  const summaries = await db.engagementSummary.findMany({ where: { cohortId } });
  expect(summaries).toHaveLength(people.length);
  await totalsAgree(at);
  const today = dayInLondon(at);
  const { startsOn } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  // Every third: each is a page of its own.
  for (const summary of summaries.filter((_, at) => at % 3 === 0)) {
    const alone = await participantForStaff(ruth, cohortId, summary.enrolmentId, at);
    if (!alone) throw new Error("nobody");
    const { engagement, milestones, state } = alone;
    const days = alone.records
      .filter(({ minutes }) => minutes > 0)
      .map((each) => dayInLondon(each.recordedAt));
    const lastActivityOn = days.toSorted().at(-1) ?? null;
    const { thresholdPercent } = engagement;
    const facts = { milestones, thresholdPercent, state, lastActivityOn, startsOn: plainDate(startsOn) };
    const alerts = alertsOf(facts, today);
    const day = (date: Date | null) => date && plainDate(date);
    const since = (reason: string) => alerts.find((each) => each.reason === reason)?.since ?? null;
    expect({
      ...summary,
      day: day(summary.day),
      lastActivityOn: day(summary.lastActivityOn),
      belowSince: day(summary.belowSince),
      overdueSince: day(summary.overdueSince),
      quietSince: day(summary.quietSince),
      unreachableSince: day(summary.unreachableSince),
    }).toMatchObject({
      day: today,
      fullName: alone.fullName,
      state,
      toDatePercent: engagement.toDate.percent,
      overallPercent: engagement.overall.percent,
      forecastPercent: engagement.forecast.percent,
      overdueCount: milestones.filter((each) => each.counts && each.state === "overdue").length,
      lastActivityOn,
      belowSince: since("below"),
      overdueSince: since("overdue"),
      quietSince: since("quiet"),
      unreachableSince: since("unreachable"),
      urgency: urgencyOf(alerts),
    });
  }
}

/** What they come to together against the tallies themselves. */
async function totalsAgree(at: Date) {
  const standing = await cohortStanding(ruth, cohortId, at);
  const rows = await db.enrolmentMilestone.findMany({
    where: { enrolment: { cohortId, state: "active" }, required: true },
    select: { milestoneId: true, completedAt: true },
  });
  for (const { id, done, of } of standing?.milestones ?? []) {
    const own = rows.filter(({ milestoneId }) => milestoneId === id);
    expect([done, of]).toEqual([own.filter(({ completedAt }) => completedAt).length, own.length]);
  }
  const active = await db.engagementSummary.findMany({ where: { cohortId, state: "active" } });
  const percents = active.flatMap(({ toDatePercent }) => toDatePercent ?? []);
  const { engagementThresholdPercent: line } = await db.programme.findUniqueOrThrow({
    where: { id: programmeId },
  });
  expect(standing).toMatchObject({
    active: active.length,
    meanToDatePercent:
      percents.length === 0
        ? null
        : Math.floor(percents.reduce((sum, each) => sum + each, 0) / percents.length),
    belowLine: percents.filter((percent) => percent < line).length,
  });
}

test("they agree with each participant's own page after records at random, and on other days", async () => {
  await agree(NOW);
  const numbers = [2, 3, 4, 5, 6, 7, 8, 9, 10, 31, 34];
  const milestones = await db.milestone.findMany({ where: { cohortId, number: { in: numbers } } });
  for (let round = 0; round < 3; round++) {
    const entries = people.flatMap(({ enrolmentId }) =>
      milestones.flatMap(({ id, minutes }) =>
        chance(3) === 0
          ? []
          : [{ enrolmentId, milestoneId: id, minutes: 1 + chance(minutes ?? 1), happenedOn: "2026-09-30" }],
      ),
    );
    await enterRecords(admin, { cohortId, entries }, new Date(NOW.getTime() - round * 20 * 86_400_000));
    await agree(NOW);
  }
  for (const at of ["2026-05-01T09:00:00Z", "2027-02-14T09:00:00Z", "2027-12-01T09:00:00Z"])
    await agree(new Date(at));
});

describe("what they are made from leaves a note", () => {
  const made = () => makeSummaries(cohortId, dayInLondon(NOW));

  test("a record of one participant: theirs alone is made again", async () => {
    await made();
    const study = await milestoneId(cohortId, 11);
    const log = { milestoneId: study, minutes: 60, happenedOn: "2026-11-20", formKey: randomUUID() };
    await logStudy(person(1), log, NOW);
    expect(await made()).toBe(1);
    expect(await made()).toBe(0);
  });

  test("a record, a status: the cohort's totals follow without being counted anew", async () => {
    await agree(NOW);
    const study = await milestoneId(cohortId, 11);
    const log = { milestoneId: study, minutes: 700, happenedOn: "2026-11-21", formKey: randomUUID() };
    await logStudy(person(3), log, NOW);
    await totalsAgree(NOW);
    const change = { enrolmentId: person(3).enrolmentId, effectiveOn: "2026-11-23" } as const;
    await changeStatus(admin, { ...change, toState: "deferred", reasonCode: "career-break" }, NOW);
    await totalsAgree(NOW);
    expect((await cohortStanding(ruth, cohortId, NOW))?.active).toBe(people.length - 1);
    await changeStatus(admin, { ...change, toState: "active" }, NOW);
    await totalsAgree(NOW);
  });

  test("a group, a milestone, the programme's line", async () => {
    const group = await makePeerGroup(ruth, { cohortId, name: "Northfield", facilitatorId: null }, NOW);
    await joinPeerGroup(ruth, { peerGroupId: group, enrolmentIds: [person(0).enrolmentId] }, NOW);
    expect((await list({ group }))?.rows.map(({ fullName }) => fullName)).toEqual([person(0).name]);
    await db.milestone.update({
      where: { cohortId_number: { cohortId, number: 11 } },
      data: { minutes: { increment: 60 } },
    });
    await agree(NOW);
    await db.programme.update({ where: { id: programmeId }, data: { engagementThresholdPercent: 50 } });
    await agree(NOW);
    await db.programme.update({ where: { id: programmeId }, data: { engagementThresholdPercent: 90 } });
    await agree(NOW);
  });

  test("two pages at once after a change both show it", async () => {
    const study = await milestoneId(cohortId, 11);
    const log = { milestoneId: study, minutes: 30, happenedOn: "2026-11-20", formKey: randomUUID() };
    await logStudy(person(2), log, NOW);
    const both = await Promise.all([list(), list()]);
    const overall = both.map(
      (each) => each?.rows.find(({ fullName }) => fullName === person(2).name)?.engagement,
    );
    expect(overall[0]).toEqual(overall[1]);
    await agree(NOW);
  });

  test("broken off between two batches, the rest is made before the next page", async () => {
    await db.engagementDay.deleteMany({ where: { cohortId } });
    await db.engagementSummary.updateMany({
      where: { cohortId },
      data: {
        day: null,
        urgency: 0,
        belowSince: null,
        overdueSince: null,
        quietSince: null,
        unreachableSince: null,
      },
    });
    await agree(NOW);
  });

  test("a page of more people than it may wait for shows what there is, says so, and the rest is made meanwhile", async () => {
    await db.engagementDay.deleteMany({ where: { cohortId } });
    await db.engagementSummary.updateMany({
      where: { cohortId },
      data: { day: null, fullName: "Of yesterday" },
    });
    const today = dayInLondon(NOW);
    // All of them stand in one batch, so that only whether it is known to be all can be less.
    expect(await summariesForPage(cohortId, today, people.length)).toBe(false);
    await summariesAtRest();
    expect(await summariesForPage(cohortId, today, people.length)).toBe(true);
    expect((await list())?.cohort.upToDate).toBe(true);
    await agree(NOW);
  });

  test("many notes of many people are answered by one making each", async () => {
    await made();
    const ids = people.map(({ enrolmentId }) => enrolmentId);
    await db.$executeRaw`INSERT INTO "StaleSummary" ("cohortId", "enrolmentId")
      SELECT ${cohortId}::uuid, id FROM unnest(${ids}::uuid[]) AS p(id), generate_series(1, 2600)`;
    expect(await made()).toBe(people.length);
    expect(await db.staleSummary.count({ where: { cohortId } })).toBe(0);
  });

  test("at midnight two at work for two days come to an end, and the next page to its own day", async () => {
    await db.engagementDay.deleteMany({ where: { cohortId } });
    await db.engagementSummary.updateMany({ where: { cohortId }, data: { day: null } });
    const ends = await Promise.all(
      [NOW, new Date("2026-11-24T00:00:01Z")].map((at) => makeSummaries(cohortId, dayInLondon(at))),
    );
    for (const end of ends) expect(end).toBeGreaterThan(0);
    expect((await list())?.cohort.upToDate).toBe(true);
    await agree(NOW);
  });

  test("the new day's are made by timed work", async () => {
    const tomorrow = new Date("2026-11-24T00:15:00Z");
    expect(await makeAllSummaries(tomorrow)).toBe(people.length);
    expect(await makeAllSummaries(tomorrow)).toBe(0);
  });
});

describe("the list", () => {
  test("shows whom a filter asks for, each with the reason", async () => {
    const all = (await list())?.rows ?? [];
    for (const show of ["below", "unreachable", "overdue", "quiet"] as const) {
      const wanted = all.filter(({ alerts }) => alerts.some(({ reason }) => reason === show));
      const shown = await list({ show });
      expect(shown?.rows.map(({ fullName }) => fullName)).toEqual(wanted.map(({ fullName }) => fullName));
      expect(shown?.total).toBe(wanted.length);
    }
    const any = await list({ show: "any" });
    expect(any?.rows.length).toBe(all.filter(({ alerts }) => alerts.length > 0).length);
    expect((await list({ state: "withdrawn" }))?.total).toBe(0);
    expect((await list({ group: "none" }))?.total).toBe(people.length - 1);
  });

  test("sorts by each of its columns, both ways", async () => {
    const value = {
      to_date: ({ engagement }: Row) => engagement.toDate.percent ?? 0,
      overall: ({ engagement }: Row) => engagement.overall.percent ?? 0,
      forecast: ({ engagement }: Row) => engagement.forecast.percent ?? 0,
      overdue: ({ overdueCount }: Row) => overdueCount,
      last: ({ lastActivityOn }: Row) => Date.parse(lastActivityOn ?? "1970-01-01"),
    };
    for (const [sort, of] of Object.entries(value)) {
      for (const dir of ["asc", "desc"] as const) {
        const values = ((await list({ sort, dir }))?.rows ?? []).map(of);
        const way = dir === "asc" ? 1 : -1;
        expect(values, `${sort} ${dir}`).toEqual(values.toSorted((a, b) => way * (a - b)));
      }
    }
    const names = (await list({ dir: "desc" }))?.rows.map(({ fullName }) => fullName) ?? [];
    expect(names[0]).not.toBe((await list())?.rows[0]?.fullName);
    for (const sort of ["state", "group"]) expect((await list({ sort }))?.rows).toHaveLength(people.length);
  });
});

test("a facilitator of one of its groups finds their own people, and nobody else's", async () => {
  const tom = await withRole(admin, facilitators[1], "facilitator");
  const asTom = (question: object = {}) =>
    cohortEngagement(tom, cohortId, engagementQuestion.parse(question), NOW);
  expect(await asTom()).toBeNull();
  const group = await makePeerGroup(ruth, { cohortId, name: "Westbrook", facilitatorId: tom.userId }, NOW);
  await joinPeerGroup(ruth, { peerGroupId: group, enrolmentIds: [person(4).enrolmentId] }, NOW);
  const shown = await asTom();
  expect(shown?.rows.map(({ fullName }) => fullName)).toEqual([person(4).name]);
  expect([shown?.manages, shown?.total, shown?.groups.map(({ name }) => name)]).toEqual([
    false,
    1,
    ["Westbrook"],
  ]);
  expect((await asTom({ q: person(0).name }))?.total).toBe(0);
  expect((await asTom({ group: "none" }))?.total).toBe(0);
  // The file is what the page shows them.
  const file = await csvOf(participantsList, tom, { cohort: cohortId }, NOW);
  expect(file.trim().split("\n")).toHaveLength(((await asTom())?.total ?? 0) + 1);
  expect(file).not.toContain(person(0).name);
});

test("the list leaves the portal as it is filtered and sorted, for those who manage the cohort", async () => {
  const query = { cohort: cohortId, show: "below", sort: "to_date", dir: "desc", page: "9" };
  const lines = (await csvOf(participantsList, ruth, query, NOW)).trim().split("\r\n");
  const shown = await list({ ...query, page: 1 });
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(
    shown?.rows.map(({ fullName }) => fullName),
  );
  expect(lines[1]).toContain("Below the line to date");
  await expect(csvOf(participantsList, person(0), query, NOW)).rejects.toThrow(NotFound);
  await expect(csvOf(participantsList, ruth, { cohort: "x" }, NOW)).rejects.toThrow(NotFound);
});

type Row = NonNullable<Awaited<ReturnType<typeof list>>>["rows"][number];
