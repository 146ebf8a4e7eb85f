import type { Actor } from "@/lib/auth/actor";
import { addPlainDays, londonTime, type PlainDate, plainDate } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { enterRecords } from "@/lib/engagement/enter-records";
import { saveReport, submitReport } from "@/lib/mentoring/write-report";
import { writeToMentor } from "@/lib/mentoring/write-to-mentor";
import { changeStanding } from "@/lib/status-changes/change";
import { kindWords } from "@/lib/status-changes/words";
import { seedPlace } from "./admissions";
import type { Candidate } from "./admissions-answers";
import { mentorToken } from "./mentor-links";

/**
 * Spring 2025 at its end: one who completed early, one with everything done who waits for the assessment's result, and
 * for their mentor's second report, and one who is short of the line because they missed the second residential.
 */

type Ending = { candidate: Candidate; left: Record<number, number>; completed: boolean };

const person = (name: string, jobTitle: string, workplace: string, trn: string): Candidate => {
  const email = `${name.toLowerCase().replace(" ", ".")}@example.org`;
  const mentor = {
    name: "Petra Lyle",
    email: "petra.lyle@example.org",
    jobTitle: "Chair of trustees",
  };
  return { name, email, jobTitle, workplace, trn, funding: "school_or_trust", mentor, sponsor: mentor };
};

/** `left` is what they did less, in minutes by the number on the route map. */
const ENDINGS: Ending[] = [
  {
    candidate: person("Maud Whitlock", "Chief executive", "Kestrel Down Trust", "3770512"),
    left: {},
    completed: true,
  },
  {
    candidate: person("Idris Vaughan", "Executive headteacher", "Long Reach Trust", "4193360"),
    left: { 4: 60, 19: 15, 21: 120, 26: 15, 31: 60 },
    completed: false,
  },
  {
    candidate: person("Zelda Crane", "Headteacher", "Fairlea Park School", "5028847"),
    left: { 21: 90, 24: 720, 31: 120 },
    completed: false,
  },
];

const DAYS = { applied: "2025-02-11", read: "2025-02-24", offered: "2025-04-07", accepted: "2025-04-11" };

/** Who stayed in Spring 2025 to its end, their applications included. */
export async function seedFinished(
  admin: Actor,
  cohortId: string,
  deliver: (at: Date) => Promise<void>,
): Promise<void> {
  const enrolled: { enrolmentId: string; ending: Ending }[] = [];
  for (const [index, ending] of ENDINGS.entries()) {
    const actor = await seedPlace(admin, ending.candidate, cohortId, DAYS, 5 + index);
    const { id } = await db.enrolment.findFirstOrThrow({
      where: { userId: actor.userId, cohortId },
      select: { id: true },
    });
    enrolled.push({ enrolmentId: id, ending });
  }
  // The sponsors’ links went out before they answered.
  await deliver(londonTime(DAYS.applied, "20:30"));
  await deliver(londonTime(DAYS.accepted, "18:00"));
  for (const { id, number, minutes, done } of await whatCounts(cohortId)) {
    const entries = enrolled
      .map(({ enrolmentId, ending }) => ({
        enrolmentId,
        milestoneId: id,
        minutes: minutes - (ending.left[number] ?? 0),
        happenedOn: done,
      }))
      .filter((entry) => entry.minutes > 0);
    await enterRecords(admin, { cohortId, entries }, londonTime(addPlainDays(done, 1), "10:00"));
  }
  const reported = enrolled.find(({ ending }) => ending.left[19] !== undefined)?.enrolmentId ?? "";
  await seedReport(cohortId, reported, deliver);
  for (const { enrolmentId, ending } of enrolled)
    if (ending.completed) await complete(admin, cohortId, enrolmentId);
  await deliver(londonTime("2026-11-16", "18:00"));
}

const REPORT = {
  extent: "clearly",
  changes:
    "Heads of the four schools now plan their improvement work together, once a term, with one page each. Two projects were stopped because nobody could say what they were for.",
  evidence:
    "The trustees read the pages before each meeting and ask better questions. Three of the four schools have kept the plan they made in the autumn.",
  hindered: "Time, above all in the weeks before the summer.",
  support: "The termly meeting is in next year’s calendar, and I take part in it.",
} as const;

/** The mentor's report on module 2, by the link they were sent; that on module 3 they were asked for, and it is due. */
async function seedReport(
  cohortId: string,
  enrolmentId: string,
  deliver: (at: Date) => Promise<void>,
): Promise<void> {
  const { id: naming, email } = await db.npqMentor.findFirstOrThrow({
    where: { enrolmentId, endedAt: null },
  });
  const milestone = await db.milestone.findUniqueOrThrow({
    where: { cohortId_number: { cohortId, number: 19 } },
    select: { id: true },
  });
  const asked = londonTime("2026-04-20", "09:32");
  await inTransaction((tx) => writeToMentor(tx, email, asked));
  const link = {
    token: await mentorToken(email),
    naming,
    milestoneId: milestone.id,
    clientIp: "198.51.100.7",
  };
  const written = londonTime("2026-04-22", "16:10");
  await saveReport({ ...REPORT, ...link, version: 0 }, written);
  await submitReport({ ...link, version: 1 }, written);
  await deliver(londonTime("2026-04-22", "18:00"));
  await inTransaction((tx) => writeToMentor(tx, email, londonTime("2026-09-07", "09:32")));
  await deliver(londonTime("2026-09-07", "18:00"));
}

/** What counts towards engagement, in the order in which it was done: each on a working day before it closed. */
async function whatCounts(cohortId: string) {
  const rows = await db.milestone.findMany({
    where: { cohortId, counts: true, minutes: { not: null }, closesOn: { not: null } },
    select: { id: true, number: true, minutes: true, closesOn: true },
    orderBy: [{ closesOn: "asc" }, { number: "asc" }],
  });
  return rows.map(({ id, number, minutes, closesOn }) => ({
    id,
    number,
    minutes: minutes ?? 0,
    done: closesOn ? workingDay(addPlainDays(plainDate(closesOn), -10)) : "",
  }));
}

/** The day, or the Friday before a weekend. */
function workingDay(day: PlainDate): PlainDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addPlainDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
}

async function complete(admin: Actor, cohortId: string, enrolmentId: string): Promise<void> {
  const completion = {
    change: "completion",
    fromState: "active",
    effectiveOn: "2026-11-16",
    override: "Passed in the assessment’s first window; the marking is kept elsewhere.",
    message: kindWords("completion", { programme: "NPQEL", cohortName: "Spring 2025" }),
  } as const;
  await changeStanding(admin, { ...completion, cohortId, enrolmentId }, londonTime("2026-11-16", "11:40"));
}
