import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { addPlainDays, dayInLondon, londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { enterRecords } from "@/lib/engagement/enter-records";
import { logStudy } from "@/lib/engagement/log-study";
import { markDone } from "@/lib/engagement/mark-done";
import { takeRegister } from "@/lib/engagement/take-register";
import { changeStatus } from "@/lib/enrolments/change-status";
import { auditStep, evaluationStep } from "./audits";
import { comes, type SeededEvent } from "./calendar";
import type { Story } from "./cast";
import { seedMentoring } from "./mentoring";

/** What the running cohort's people have done by the demo's day, each by their story. */

export type Enrolled = { actor: Actor; enrolmentId: string; story: Story; position: number };

/** Plans something for a day. */
export type On = (day: string, time: string, run: (at: Date) => Promise<unknown>) => void;

/** The last day on which somebody of that story does anything. */
const UNTIL: Record<Story, string> = {
  steady: "2026-11-22",
  ahead: "2026-11-22",
  slipping: "2026-11-10",
  behind: "2026-10-13",
  silent: "2026-07-09",
  deferred: "2026-09-10",
  withdrawn: "2026-07-10",
};

/** Who left off earlier than their story, by their place in the cast: Tobias has been quiet for a month since last week. */
const LEFT_OFF: Partial<Record<number, string>> = { 19: "2026-10-21" };

/** Tasks by route-map number, the day they are done, and who leaves them out. */
const TASKS: [number, string, Story[]][] = [
  [3, "2026-05-12", []],
  [6, "2026-09-15", ["slipping", "behind"]],
  [8, "2026-09-24", ["behind"]],
  [9, "2026-10-08", ["slipping", "behind"]],
  [10, "2026-10-12", ["behind"]],
];

/** Of the tasks, the audits with their turn, and the evaluation. */
const AUDITS: Partial<Record<number, 0 | 1 | 2>> = { 3: 0, 8: 1, 10: 2 };
const EVALUATION = 9;

/** Study by route-map number: pieces of minutes on days. */
const STUDY: [number, string, number, Story[] | "all"][] = [
  [4, "2026-05-28", 90, "all"],
  [4, "2026-06-18", 90, "all"],
  [4, "2026-07-08", 60, "all"],
  [4, "2026-09-02", 120, ["steady", "ahead", "slipping", "behind", "deferred"]],
  [4, "2026-10-05", 60, ["steady", "ahead", "slipping"]],
  [4, "2026-10-20", 60, ["steady", "ahead"]],
  [11, "2026-10-28", 90, ["steady", "ahead", "slipping"]],
  [11, "2026-11-12", 60, ["steady", "ahead"]],
  [11, "2026-11-18", 120, ["ahead"]],
];

const absent = (event: SeededEvent, number: number, story: Story) =>
  event.startsAt > londonTime(UNTIL[story], "23:00") ||
  (number === 5 && (story === "slipping" || story === "behind"));

/** How that item of the route map gets done by that person. */
function taskOf(which: number, { actor, position }: Enrolled, milestoneId: string) {
  const turn = AUDITS[which];
  if (turn !== undefined) return auditStep(actor, milestoneId, position, turn);
  if (which === EVALUATION) return evaluationStep(actor, milestoneId, position);
  return (at: Date) => markDone(actor, { milestoneId, formKey: randomUUID() }, at);
}

/** Runs everything in the order of its days. */
export async function seedParticipation(
  manager: Actor,
  cohortId: string,
  people: Enrolled[],
  events: SeededEvent[],
  today: Date,
): Promise<void> {
  const milestones = await db.milestone.findMany({ where: { cohortId }, select: { id: true, number: true } });
  const id = (number: number) => milestones.find((each) => each.number === number)?.id ?? "";
  const number = (milestoneId: string) => milestones.find((each) => each.id === milestoneId)?.number ?? 0;
  const steps: { at: Date; run: (at: Date) => Promise<unknown> }[] = [];
  const on: On = (day, time, run) => steps.push({ at: londonTime(day, time), run });

  for (const person of people) {
    const { actor, story, position } = person;
    const time = `${String(6 + (position % 14)).padStart(2, "0")}:${String((position * 7) % 60).padStart(2, "0")}`;
    const active = (day: string) => day <= (LEFT_OFF[position] ?? UNTIL[story]);
    for (const [which, day, without] of TASKS) {
      if (!active(day) || without.includes(story)) continue;
      on(addPlainDays(day, position % 4), time, taskOf(which, person, id(which)));
    }
    for (const [which, day, minutes, who] of STUDY) {
      if (!active(day) || (who !== "all" && !who.includes(story))) continue;
      on(day, time, (at) =>
        logStudy(
          actor,
          { milestoneId: id(which), minutes, happenedOn: dayInLondon(at), formKey: randomUUID() },
          at,
        ),
      );
    }
  }
  for (const event of events.filter(({ startsAt }) => startsAt < today)) {
    // The session of four days ago is left for a facilitator to take.
    if (number(event.milestoneId) === 12) continue;
    const expected = people.filter(({ position }) => comes(event, position));
    on(dayInLondon(event.startsAt), "19:00", (at) => {
      const marks = expected.map(({ enrolmentId, story }) => ({
        enrolmentId,
        attended: !absent(event, number(event.milestoneId), story),
      }));
      return takeRegister(manager, { eventId: event.id, marks }, at);
    });
  }
  const talked = people.filter(({ story }) => ["steady", "ahead", "slipping"].includes(story));
  for (const day of ["2026-06-24", "2026-09-09", "2026-10-21"]) {
    const session = { milestoneId: id(31), minutes: 60, happenedOn: day, note: "Coaching session" };
    const entries = talked.map(({ enrolmentId }) => ({ enrolmentId, ...session }));
    on(day, "12:30", (at) => enterRecords(manager, { cohortId, entries }, at));
  }
  seedMentoring(on, { manager, milestoneId: id(7), talked });
  const stopped = (story: Story) => people.find((person) => person.story === story)?.enrolmentId ?? "";
  on("2026-09-14", "09:00", (at) =>
    changeStatus(
      manager,
      {
        enrolmentId: stopped("deferred"),
        toState: "deferred",
        reasonCode: "parental-leave",
        effectiveOn: "2026-09-14",
      },
      at,
    ),
  );
  on("2026-07-20", "09:00", (at) =>
    changeStatus(
      manager,
      {
        enrolmentId: stopped("withdrawn"),
        toState: "withdrawn",
        reasonCode: "change-in-career",
        effectiveOn: "2026-07-20",
      },
      at,
    ),
  );

  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await step.run(step.at);
}
