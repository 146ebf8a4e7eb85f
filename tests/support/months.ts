import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import {
  addPlainDays,
  dayAndMonth,
  dayInLondon,
  hoursAndMinutes,
  londonTime,
  type PlainDate,
} from "@/lib/dates";
import { db } from "@/lib/db";
import { deliverDue } from "@/lib/email/deliver";
import { enterRecords } from "@/lib/engagement/enter-records";
import { logStudy } from "@/lib/engagement/log-study";
import { markDone } from "@/lib/engagement/mark-done";
import { doneBy } from "@/lib/engagement/progress";
import { participantOverview } from "@/lib/engagement/queries";
import { type MyMilestone, STATE_WORDS } from "@/lib/engagement/schema";
import { forecastSentence, toDateSentence } from "@/lib/engagement/sentences";
import { takeRegister } from "@/lib/engagement/take-register";
import { sendEvaluation } from "@/lib/evaluations/send";
import { myEvents } from "@/lib/events/my-events";
import { resendLink } from "@/lib/mentoring/resend";
import { saveCheckIn, sendCheckIn } from "@/lib/mentoring/write-check-in";
import { saveReport, submitReport } from "@/lib/mentoring/write-report";
import { writeToMentors } from "@/lib/mentoring/write-to-mentor";
import { sendReminders } from "@/lib/reminders/send";
import { fullTitle } from "@/lib/route-map/schema";
import { mentorAnswers, mentorToken } from "@/prisma/seed/mentor-links";
import { npqel } from "@/prisma/seed/npqel";
import { sendAudit } from "./audits";

/** Living through a programme day by day: what people do on which day, what they see, and what they are sent. */

/** Somebody with the place that they have by then; a move to another cohort changes it. */
export type Participant = Actor & { enrolmentId: string; cohortId: string };
export type Step = { at: Date; run: (at: Date) => Promise<unknown> };

export const on = (day: PlainDate, time: string, run: Step["run"]): Step => ({
  at: londonTime(day, time),
  run,
});

type Item = { id: string; kind: MyMilestone["kind"]; minutes: number };

/** The participant's milestone with that number, in the cohort they are in by then. */
async function item({ cohortId }: Participant, number: number): Promise<Item> {
  const found = await db.milestone.findUniqueOrThrow({
    where: { cohortId_number: { cohortId, number } },
    select: { id: true, kind: true, minutes: true },
  });
  return { ...found, minutes: found.minutes ?? 0 };
}

/**
 * Somebody gets an item done on that day, the way it is done: study is logged, a task is marked as done,
 * an audit or an evaluation is sent, a check-in is written and confirmed, a report comes from the mentor, and what a
 * coach says is entered by staff. Of study and coaching, only `minutes` of it.
 */
export function does(
  who: Participant,
  manager: Actor,
  number: number,
  day: PlainDate,
  minutes?: number,
): Step {
  return on(day, "20:00", async (at) => {
    const { id: milestoneId, kind, minutes: asked } = await item(who, number);
    const formKey = randomUUID();
    const by = doneBy(kind);
    if (by === "study")
      return logStudy(who, { milestoneId, minutes: minutes ?? asked, happenedOn: day, formKey }, at);
    if (by === "task") return markDone(who, { milestoneId, formKey }, at);
    if (by === "audit") return sendAudit(who, milestoneId, at);
    if (by === "evaluation") return evaluate(who, milestoneId, at);
    if (kind === "mentor_check_in") return checkIn(who, milestoneId, day, at);
    if (kind === "impact_report") return report(manager, who, milestoneId, at);
    const { enrolmentId, cohortId } = who;
    const entry = { enrolmentId, milestoneId, minutes: minutes ?? asked, happenedOn: day };
    return enterRecords(manager, { cohortId, entries: [entry] }, at);
  });
}

const anHourAfter = (at: Date) => new Date(at.getTime() + 3_600_000);

/** Written and sent, and confirmed by the mentor an hour later, by the link that came with it. */
async function checkIn(who: Participant, milestoneId: string, metOn: PlainDate, at: Date): Promise<void> {
  const talk = { talkedAbout: "What the module has changed.", nextSteps: "Go on with it." };
  await saveCheckIn(who, { milestoneId, version: 0, metOn, ...talk }, at);
  await sendCheckIn(who, { milestoneId, version: 1 }, at);
  const answer = { answer: "confirmed" as const, words: "We met, and it was worth it." };
  await mentorAnswers(who.enrolmentId, milestoneId, answer, anHourAfter(at));
}

/** By a new link, which the mentor asked the staff for. */
async function report(manager: Actor, who: Participant, milestoneId: string, at: Date): Promise<void> {
  const { enrolmentId } = who;
  const where = { enrolmentId, endedAt: null };
  const { id: naming, email } = await db.npqMentor.findFirstOrThrow({ where });
  const newest = await db.mentorLink.findFirst({
    where: { email },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
  });
  await resendLink(manager, { enrolmentId, seen: newest?.id ?? "" }, at);
  const link = { token: await mentorToken(email), naming, milestoneId, clientIp: "198.51.100.7" };
  const words = {
    changes: "Fewer projects.",
    evidence: "Calmer meetings.",
    hindered: "",
    support: "Time on Wednesdays.",
  };
  await saveReport({ ...link, version: 0, extent: "clearly", ...words }, at);
  await submitReport({ ...link, version: 1 }, anHourAfter(at));
}

/** The evaluation of the milestone's module, with the middle of every scale and the first of every choice. */
async function evaluate(who: Participant, milestoneId: string, at: Date): Promise<unknown> {
  const { module } = await db.milestone.findUniqueOrThrow({ where: { id: milestoneId } });
  const form = npqel.evaluations.find((each) => each.module === module);
  const { id: formId } = await db.evaluationForm.findFirstOrThrow({ where: { module: module ?? 0 } });
  const answers = (form?.questions ?? []).map(
    (question) =>
      [
        question.key,
        question.kind === "scale" ? "3" : question.kind === "choice" ? (question.options[0] ?? "") : "",
      ] as const,
  );
  return sendEvaluation(who, { milestoneId, formId, answers: new Map(answers) }, at);
}

/** Who was there, as the register has it that evening. */
export function register(
  manager: Actor,
  eventId: () => string,
  day: PlainDate,
  marks: () => [who: Participant, attended: boolean][],
): Step {
  return on(day, "19:30", (at) =>
    takeRegister(
      manager,
      {
        eventId: eventId(),
        marks: marks().map(([{ enrolmentId }, attended]) => ({ enrolmentId, attended })),
      },
      at,
    ),
  );
}

/** Lives from one day to another, both included: the timed work of each day, and what people do in between. */
export async function live(from: PlainDate, to: PlainDate, steps: readonly Step[]): Promise<void> {
  const ordered = steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (let day = from; day <= to; day = addPlainDays(day, 1)) {
    const morning = londonTime(day, "08:00");
    if ((await sendReminders(morning)) > 0) await deliverDue(morning, { batch: 200 });
    const office = londonTime(day, "09:32");
    if ((await writeToMentors(office)) > 0) await deliverDue(office, { batch: 200 });
    const today = ordered.filter(({ at }) => dayInLondon(at) === day);
    for (const { at, run } of today) await run(at);
    if (today.length > 0) await deliverDue(londonTime(day, "23:00"), { batch: 200 });
  }
}

export type Mail = { sentAt: Date; who: string; subject: string; says: string[]; reminder: boolean };

/** All e-mails that left between two days, both included, in their order; of a digest, what it says. */
export async function mailBetween(from: PlainDate, to: PlainDate): Promise<Mail[]> {
  const rows = await db.outboxMessage.findMany({
    where: { sentAt: { gte: londonTime(from, "00:00"), lt: londonTime(addPlainDays(to, 1), "00:00") } },
    orderBy: [{ createdAt: "asc" }, { toAddress: "asc" }, { subject: "asc" }],
  });
  return rows.map(({ createdAt, toAddress, subject, text, template }) => {
    const name = toAddress.split(".")[0] ?? "";
    const who = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
    const reminder = template === "reminder";
    return { sentAt: createdAt, who, subject, says: reminder ? linesIn(text) : [], reminder };
  });
}

const SHORT: [RegExp, string][] = [
  [/^It opens on/, "opens"],
  [/^It was due/, "late"],
  [/^It is open/, "open"],
  [/^It is due/, "due"],
  [/^\w+day \d/, "event"],
];

/** "late: Learning audit, module 1": the lines of a reminder, each with the short of its sentence. */
function linesIn(text: string): string[] {
  return text.split("\n\n").flatMap((block) => {
    const [title, sentence = ""] = block.split("\n");
    const short = SHORT.find(([begins]) => begins.test(sentence))?.[1];
    return short ? [`${short}: ${title}`] : [];
  });
}

/** What somebody's overview, route map and events say at noon, in a few lines. */
export async function pagesOf(who: Participant, day: PlainDate): Promise<string[]> {
  const at = londonTime(day, "12:00");
  const [overview, events] = await Promise.all([participantOverview(who, at), myEvents(who, at)]);
  if (!overview) throw new Error(`${who.name} has no overview`);
  const { next, engagement, soon, milestones, enrolment, learning, month } = overview;
  const states = Map.groupBy(milestones, ({ state }) => STATE_WORDS[state]);
  const ahead = events.filter(({ past }) => !past);
  const [first] = ahead;
  const near = soon.map(
    ({ day: when, what, milestone }) =>
      `${fullTitle(milestone)} ${what === "event" ? "on" : what} ${dayAndMonth(when)}`,
  );
  return [
    `${enrolment.cohort.name}, month ${month}, ${enrolment.state}. Next: ${next ? `${fullTitle(next.milestone)} (${next.urgency})` : "nothing"}.`,
    `${toDateSentence(engagement)} ${forecastSentence(engagement)} ${hoursAndMinutes(learning.minutes)} of learning.`,
    `Route map: ${[...states]
      .map(([state, these]) => `${these.length} ${state}`)
      .toSorted()
      .join(", ")}.`,
    `The next 30 days: ${near.join("; ") || "nothing"}.`,
    `Events to come: ${ahead.length}${first ? `, the first ${first.title} on ${dayAndMonth(first.day)}` : ""}.`,
  ];
}

/** A month as one reads it: the e-mails as a table, then each person's pages on its last day. */
export function monthInWords(name: string, mail: readonly Mail[], pages: Record<string, string[]>): string {
  const rows = mail.map(({ sentAt, who, subject, says, reminder }) => {
    const [only, ...more] = says;
    // The subject of one thing alone says it already.
    const shown = reminder && only && (more.length > 0 || subject.startsWith("Your ")) ? says.join("; ") : "";
    return `| ${dayAndMonth(dayInLondon(sentAt))} | ${who} | ${subject} | ${shown} |`;
  });
  const table = ["| day | to | subject | in it |", "|---|---|---|---|", ...rows];
  const people = Object.entries(pages).map(([who, lines]) =>
    [`**${who}**`, "", ...lines.map((line) => `- ${line}`)].join("\n"),
  );
  return [`## ${name}`, rows.length > 0 ? table.join("\n") : "No e-mails.", ...people].join("\n\n");
}
