import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GO_ALONG } from "@/app/staff/goes-along";
import { handIn } from "@/lib/alternatives/hand-in";
import { judgeAlternative } from "@/lib/alternatives/judge";
import { proposeAlternative } from "@/lib/alternatives/propose";
import { OWN_IDEA } from "@/lib/alternatives/schema";
import type { Actor } from "@/lib/auth/actor";
import { dayInLondon, londonTime, monthAndYear, monthEnd, monthStart, timeInLondon } from "@/lib/dates";
import { db, disconnect } from "@/lib/db";
import { publishEvaluationForm } from "@/lib/evaluations/publish-form";
import { choosePlace } from "@/lib/events/choose-place";
import { scheduleEvent } from "@/lib/events/schedule";
import { changeMentor } from "@/lib/mentoring/change-mentor";
import { makePeerGroup } from "@/lib/peer-groups/groups";
import { joinPeerGroup } from "@/lib/peer-groups/members";
import { chooseFrequency } from "@/lib/reminders/choose";
import { mondayOf } from "@/lib/reminders/due";
import { changeStanding } from "@/lib/status-changes/change";
import { transferParticipant } from "@/lib/status-changes/transfer";
import { participants } from "@/prisma/seed/cast";
import { npqel } from "@/prisma/seed/npqel";
import {
  administrator,
  enrolled,
  milestoneId,
  npqelSaved,
  SET_UP,
  SPRING_2026,
  startCohort,
} from "../support/cohort";
import { freshDatabase } from "../support/database";
import {
  does,
  live,
  type Mail,
  mailBetween,
  monthInWords,
  on,
  type Participant,
  pagesOf,
  register,
  type Step,
} from "../support/months";

/**
 * A year and a half lived through, day by day: Amara keeps up, Ben slips and catches up, Martin has to stop and comes
 * back. Every month: what they were sent, and what their pages say on its last day.
 */

let admin: Actor;
let amara: Participant;
let ben: Participant;
let martin: Participant;
/** The cohort after theirs. */
let next: string;
/** By number and place. */
const events: Record<string, string> = {};

const FIRST = "2026-04-01";
const LAST = "2027-10-01";
const STORY = `# Eighteen months

Amara keeps up and has one e-mail a week. Ben slips, misses a session, has it credited and catches up; he wants each reminder as it falls
due. Martin wants only what is essential; he stops in September 2026 and comes back in April 2027, to the next cohort. Written by
tests/integration/eighteen-months.test.ts, which fails where the portal says anything else.`;

/** By route-map number: when and where people meet. */
const MEETINGS: [number: number, place: string, from: [string, string], to: [string, string]][] = [
  [34, "Online", ["2026-05-07", "09:30"], ["2026-05-07", "12:30"]],
  [2, "Manchester", ["2026-05-20", "09:30"], ["2026-05-21", "16:00"]],
  [2, "Oxford", ["2026-06-03", "09:30"], ["2026-06-04", "16:00"]],
  [5, "Online", ["2026-06-25", "16:00"], ["2026-06-25", "18:00"]],
  [12, "Online", ["2026-12-03", "16:00"], ["2026-12-03", "18:00"]],
  [13, "Oxford", ["2027-01-14", "10:00"], ["2027-01-14", "15:00"]],
  [15, "Online", ["2027-03-18", "16:00"], ["2027-03-18", "18:00"]],
  [22, "Online", ["2027-06-10", "16:00"], ["2027-06-10", "18:00"]],
  [24, "Manchester", ["2027-07-07", "09:30"], ["2027-07-08", "17:00"]],
];

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  const cohortId = await startCohort(admin, programmeId, SPRING_2026);
  for (const form of npqel.evaluations) await publishEvaluationForm(admin, { ...form, programmeId }, SET_UP);
  next = await startCohort(admin, programmeId, {
    slug: "spring-2027",
    name: "Spring 2027",
    startMonth: "2027-05",
  });
  const named = (name: string) => participants.filter((person) => person.name === name);
  const people = ["Amara Okafor", "Ben Lister", "Martin Speke"].flatMap(named);
  [amara, ben, martin] = (await enrolled(admin, cohortId, people)).map((person) => ({
    ...person,
    cohortId,
  })) as [Participant, Participant, Participant];
  const planned = londonTime("2026-04-27", "10:00");
  const peerGroupId = await makePeerGroup(
    admin,
    { cohortId, name: "Northfold", facilitatorId: null },
    planned,
  );
  const enrolmentIds = [amara, ben, martin].map(({ enrolmentId }) => enrolmentId);
  await joinPeerGroup(admin, { peerGroupId, enrolmentIds }, planned);
  for (const [number, place, from, to] of MEETINGS) {
    const chosen = number === 2 ? { byChoice: true, capacity: 2, choiceUntil: "2026-05-13" } : {};
    events[`${number} ${place}`] = await scheduleEvent(
      admin,
      {
        cohortId,
        milestoneId: await milestoneId(cohortId, number),
        place,
        startsAt: londonTime(...from),
        endsAt: londonTime(...to),
        peerGroupId: [5, 12, 15, 22].includes(number) ? peerGroupId : null,
        ...chosen,
      },
      planned,
    );
  }
  for (const [index, { mentor }] of people.entries()) {
    const enrolmentId = enrolmentIds[index] ?? "";
    await changeMentor(admin, { ...mentor, enrolmentId, seen: "" }, planned);
  }
  // What Martin has been to already, with the cohort before.
  for (const [number, day] of [
    [34, "2027-05-06"],
    [2, "2027-05-19"],
    [5, "2027-06-24"],
    [12, "2027-12-02"],
  ] as const) {
    const place = { cohortId: next, milestoneId: await milestoneId(next, number), place: "Online" };
    await scheduleEvent(
      admin,
      { ...place, startsAt: londonTime(day, "10:00"), endsAt: londonTime(day, "12:00") },
      planned,
    );
  }
  await chooseFrequency(ben, "each", planned);
  await chooseFrequency(martin, "essential", planned);
});
afterAll(disconnect);

const coaching = ["2026-06-24", "2026-09-09", "2026-10-21", "2027-01-13", "2027-04-07", "2027-06-30"];

/** Amara does everything in its window. */
const keepsUp = (): Step[] => [
  ...(
    [
      [3, "2026-05-12"],
      [4, "2026-05-28", 180],
      [4, "2026-07-08", 180],
      [4, "2026-09-20", 120],
      [6, "2026-09-15"],
      [8, "2026-09-24"],
      [7, "2026-09-25"],
      [9, "2026-10-08"],
      [10, "2026-10-12"],
      [11, "2026-11-12", 180],
      [11, "2027-01-20", 180],
      [11, "2027-03-10", 120],
      [14, "2027-03-12"],
      [20, "2027-04-12"],
      [16, "2027-04-14"],
      [17, "2027-04-15"],
      [18, "2027-04-20"],
      [19, "2027-04-22"],
      [21, "2027-06-15", 240],
      [23, "2027-06-18"],
      [21, "2027-08-25", 240],
      [25, "2027-09-10"],
      [26, "2027-09-14"],
      [27, "2027-09-16"],
      [28, "2027-09-17"],
    ] as const
  ).map(([number, day, minutes]) => does(amara, admin, number, day, minutes)),
  ...coaching.map((day) => does(amara, admin, 31, day, 60)),
];

/** Ben is late with most things, misses a session, and gets going again in the spring. */
const slips = (): Step[] => [
  ...(
    [
      [3, "2026-06-09"],
      [4, "2026-07-08", 180],
      [6, "2026-09-29"],
      [8, "2026-10-15"],
      [7, "2026-10-20"],
      [10, "2026-11-02"],
      [4, "2026-11-20", 300],
      [11, "2026-12-10", 120],
      [14, "2027-04-09"],
      [11, "2027-04-25", 360],
      [16, "2027-04-28"],
      [20, "2027-05-04"],
      [17, "2027-05-10"],
      [19, "2027-05-12"],
      [23, "2027-06-28"],
      [21, "2027-08-20", 480],
      [25, "2027-09-20"],
      [26, "2027-09-24"],
      [27, "2027-09-27"],
      [28, "2027-09-27"],
    ] as const
  ).map(([number, day, minutes]) => does(ben, admin, number, day, minutes)),
  ...coaching.slice(1).map((day) => does(ben, admin, 31, day, 60)),
];

/** Ben's missed session of December is made up for by something else, agreed and credited. */
const makesUp = (): Step[] => [
  on("2027-01-19", "20:00", async (at) => {
    const plan = "Read the session's case, and talk it through with my own leadership team.";
    const proposal = {
      option: OWN_IDEA,
      title: "The case, with my own team",
      minutes: 120,
      plan,
      formKey: randomUUID(),
    };
    await proposeAlternative(ben, { ...proposal, milestoneId: await milestoneId(ben.cohortId, 12) }, at);
  }),
  on("2027-01-21", "10:00", async (at) =>
    judgeAlternative(admin, await alternative(), { verdict: "agreed", minutes: 120, words: "" }, at),
  ),
  on("2027-02-10", "20:00", async (at) => {
    const account = {
      did: "We took the case apart.",
      learned: "Start from the governors.",
      doneOn: "2027-02-09",
    };
    await handIn(ben, { ...account, alternativeId: await alternative() }, at);
  }),
  on("2027-02-12", "10:00", async (at) =>
    judgeAlternative(admin, await alternative(), { verdict: "credited", minutes: 120, words: "" }, at),
  ),
];
const alternative = async () => (await db.alternativeActivity.findFirstOrThrow()).id;

/** Martin begins as the others do, stops in September, and comes back in April, to the next cohort. */
const stopsAndReturns = (): Step[] => [
  ...(
    [
      [3, "2026-05-19"],
      [4, "2026-06-30", 240],
      [4, "2027-06-20", 240],
      [6, "2027-09-15"],
      [7, "2027-09-21"],
      [8, "2027-09-28"],
      [9, "2027-10-12"],
    ] as const
  ).map(([number, day, minutes]) => does(martin, admin, number, day, minutes)),
  on("2026-09-07", "11:00", (at) =>
    changeStanding(
      admin,
      {
        ...martinNow(),
        change: "deferral",
        fromState: "active",
        reasonCode: "parental-leave",
        effectiveOn: "2026-09-07",
        message: "All the best for the months to come.",
      },
      at,
    ),
  ),
  on("2027-04-12", "11:00", async (at) => {
    const move = { toCohortId: next, fromState: "deferred" as const, effectiveOn: "2027-04-12" };
    const input = { ...martinNow(), ...move, message: "Welcome back. What you have done comes along." };
    martin.enrolmentId = await transferParticipant(admin, input, GO_ALONG, at);
    martin.cohortId = next;
  }),
];
const martinNow = () => ({ cohortId: martin.cohortId, enrolmentId: martin.enrolmentId });

/** Amara and Martin choose Manchester for the residential, Ben Oxford. */
const choices = (): Step[] =>
  (
    [
      [amara, "Manchester"],
      [ben, "Oxford"],
      [martin, "Manchester"],
    ] as const
  ).map(([who, place]) =>
    on("2026-04-29", "20:00", (at) =>
      choosePlace(who, { eventId: events[`2 ${place}`] ?? "", access: "", dietary: "", wait: false }, at),
    ),
  );

/** Who came: all who were there to come, but for Ben in December and June. */
const meetings = (): Step[] =>
  MEETINGS.map(([number, place, , [lastDay]]) => {
    const there: [Participant, boolean][] = [
      [amara, true],
      [ben, number !== 12 && number !== 22],
      ...(lastDay < "2026-09-07" ? [[martin, true] as [Participant, boolean]] : []),
    ];
    const oxford = ([who]: [Participant, boolean]) => (who === ben) === (place === "Oxford");
    const marks = () => (number === 2 ? there.filter(oxford) : there);
    return register(admin, () => events[`${number} ${place}`] ?? "", lastDay, marks);
  });

describe("eighteen months", () => {
  let mail: Mail[];
  const pages = new Map<string, Record<string, string[]>>();
  beforeAll(async () => {
    const steps = [...keepsUp(), ...slips(), ...makesUp(), ...stopsAndReturns(), ...choices(), ...meetings()];
    for (let month = FIRST; month <= LAST; month = monthStart(month, 1)) {
      await live(month, monthEnd(month), steps);
      const [a, b, m] = await Promise.all([amara, ben, martin].map((who) => pagesOf(who, monthEnd(month))));
      pages.set(month, { Amara: a ?? [], Ben: b ?? [], Martin: m ?? [] });
    }
    mail = await mailBetween(FIRST, monthEnd(LAST));
  }, 180_000);

  test("are what the story says, month by month", async () => {
    const months = [...pages].map(([month, of]) =>
      monthInWords(
        monthAndYear(month),
        mail.filter(({ sentAt }) => monthStart(dayInLondon(sentAt)) === month),
        of,
      ),
    );
    await expect(`${[STORY, ...months].join("\n\n")}\n`).toMatchFileSnapshot("../support/eighteen-months.md");
  });

  test("nobody is written to at night, twice on a day, or on a Sunday for their week", () => {
    const reminders = mail.filter(({ reminder }) => reminder);
    expect(reminders.length).toBeGreaterThan(60);
    for (const { sentAt } of reminders) expect(timeInLondon(sentAt)).toBe("08:00");
    const keys = reminders.map(({ sentAt, who }) => `${who} ${dayInLondon(sentAt)}`);
    expect(new Set(keys).size).toBe(keys.length);
    const weeks = reminders.filter(({ subject }) => subject.startsWith("Your "));
    for (const { sentAt } of weeks) expect(dayInLondon(sentAt)).toBe(mondayOf(dayInLondon(sentAt)));
  });

  test("nothing is said more often than it may be", async () => {
    const facts = await db.reminderSent.groupBy({
      by: ["enrolmentId", "milestoneId", "kind"],
      _count: true,
    });
    for (const { kind, _count } of facts) expect(_count).toBeLessThanOrEqual(kind === "overdue" ? 3 : 1);
  });

  test("who keeps up never hears of anything late, and ends with all of it", () => {
    const said = mail.filter(({ who }) => who === "Amara").flatMap(({ says }) => says);
    expect(said.filter((line) => line.startsWith("late"))).toEqual([]);
    expect(pages.get("2027-09-01")?.Amara?.[1]).toMatch(/^100% of what was due so far is done/);
  });

  test("who slips and catches up still gets there, with what was credited", () => {
    expect(pages.get("2027-02-01")?.Ben?.[2]).toContain("1 credited");
    expect(pages.get("2027-10-01")?.Ben?.[1]).toMatch(/^9[0-9]% of what was due so far is done/);
  });

  test("who stops hears nothing until they are back, and then nothing of what was before", () => {
    const away = mail.filter(
      ({ who, sentAt }) =>
        who === "Martin" && dayInLondon(sentAt) > "2026-09-07" && dayInLondon(sentAt) < "2027-04-12",
    );
    expect(away).toEqual([]);
    const since = mail.filter(({ who, sentAt }) => who === "Martin" && dayInLondon(sentAt) > "2027-04-12");
    // The induction, the residential and the first session were done with the first cohort.
    expect(since.map(({ subject }) => subject).join()).not.toMatch(/induction|Residential 1|group 1/);
    expect(pages.get("2027-05-01")?.Martin?.[0]).toContain("Spring 2027, month 1, active");
  });
});
