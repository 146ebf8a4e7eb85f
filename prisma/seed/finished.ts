import type { Actor } from "@/lib/auth/actor";
import { addPlainDays, londonTime, type PlainDate, plainDate } from "@/lib/dates";
import { db } from "@/lib/db";
import { enterRecords } from "@/lib/engagement/enter-records";
import { changeStanding } from "@/lib/status-changes/change";
import { kindWords } from "@/lib/status-changes/words";
import { seedPlace } from "./admissions";
import type { Candidate } from "./admissions-answers";

/**
 * Spring 2025 at its end: one who completed early, one with everything done who waits for the assessment's result, and
 * one who is short of the line because they missed the second residential.
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
    left: { 4: 60, 21: 120, 31: 60 },
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
  for (const { enrolmentId, ending } of enrolled)
    if (ending.completed) await complete(admin, cohortId, enrolmentId);
  await deliver(londonTime("2026-11-16", "18:00"));
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
