import { randomUUID } from "node:crypto";
import { handIn, withdrawAlternative } from "@/lib/alternatives/hand-in";
import { judgeAlternative } from "@/lib/alternatives/judge";
import { saveOption } from "@/lib/alternatives/options";
import { proposeAlternative } from "@/lib/alternatives/propose";
import { OWN_IDEA, type VerdictInput } from "@/lib/alternatives/schema";
import type { Actor } from "@/lib/auth/actor";
import { answerCorrection } from "@/lib/corrections/answer";
import { askForCorrection } from "@/lib/corrections/ask";
import type { CorrectionAnswer } from "@/lib/corrections/schema";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { markChangesSeen } from "@/lib/engagement/mark-seen";
import { facilitators, participants } from "./cast";
import { alternatives } from "./npqel/alternatives";
import { actorFor } from "./staff";

/** What people of the running cohort asked to be put right, and what they do about what they missed. */

const moment = (words: string) => {
  const [day = "", time = ""] = words.split(" ");
  return londonTime(day, time);
};

/** The programme's list, as it was put up before the running cohort began. */
export async function seedAlternativeOptions(admin: Actor, at: Date): Promise<void> {
  for (const option of alternatives) {
    const input = { ...option, offered: "yes" as const, version: 0, formKey: randomUUID() };
    await saveOption(admin, "npqel", null, input, at);
  }
}

type Cohort = { manager: Actor; cohortId: string };

/** The people by name, and the running cohort's milestones by number. */
async function castOf({ cohortId }: Cohort) {
  const milestones = await db.milestone.findMany({ where: { cohortId }, select: { id: true, number: true } });
  return {
    milestone: (number: number) => milestones.find((each) => each.number === number)?.id ?? "",
    person: (name: string) => {
      const part = participants.find((each) => each.name === name);
      if (!part) throw new Error(`${name} is not in the cast`);
      return actorFor(part, moment("2026-04-20 09:00"));
    },
    tom: await actorFor(facilitators[1], moment("2026-04-20 09:00")),
    priya: await actorFor(facilitators[0], moment("2026-04-20 09:00")),
  };
}

/** Two corrections that wait and two that are answered: one put right, one not changed. */
export async function seedCorrections(cohort: Cohort): Promise<void> {
  const { milestone, person, tom } = await castOf(cohort);
  const ask = async (name: string, number: number, said: string, at: string) => {
    const who = await person(name);
    await askForCorrection(who, { milestoneId: milestone(number), said, formKey: randomUUID() }, moment(at));
    return db.correctionRequest.findFirstOrThrow({
      where: { milestoneId: milestone(number), enrolmentMilestone: { enrolment: { userId: who.userId } } },
      select: { id: true, enrolmentId: true, milestoneId: true },
    });
  };
  const answer = (actor: Actor, id: string, input: CorrectionAnswer, at: string) =>
    answerCorrection(actor, id, input, moment(at));

  const early = await ask(
    "Tobias Wren",
    5,
    "I was in the call for the first few minutes on 30 June before I was called away. Could that count?",
    "2026-07-01 07:40",
  );
  await answer(
    tom,
    early.id,
    {
      outcome: "not_changed",
      answer:
        "I have looked at the list of the call: you were there for three minutes, which I cannot record as taking part. You can make the session up with an alternative activity; the page of the session has the way.",
    },
    "2026-07-03 16:10",
  );
  const day = await ask(
    "Imran Qureshi",
    7,
    "My mentor and I met on 28 September, not on the 25th. The length is right.",
    "2026-10-05 18:25",
  );
  const entered = await db.engagementRecord.findFirstOrThrow({
    where: { enrolmentId: day.enrolmentId, milestoneId: day.milestoneId, supersededBy: null },
    select: { id: true },
  });
  await answer(
    cohort.manager,
    day.id,
    {
      outcome: "put_right",
      answer: "Thank you for telling us. The day is put right; your mentor confirmed it.",
      replaces: entered.id,
      minutes: 60,
      happenedOn: "2026-09-28",
    },
    "2026-10-06 10:15",
  );
  await ask(
    "Petra Lindqvist",
    2,
    "I am down for the whole residential. I had to leave at noon on the second day, so ten hours are too many: seven would be right.",
    "2026-11-18 19:05",
  );
  await ask(
    "Sunita Rao",
    31,
    "A fourth coaching session took place on 12 November and is not here yet.",
    "2026-11-20 06:50",
  );
  const amara = await person("Amara Okafor");
  const own = await db.enrolment.findFirstOrThrow({
    where: { userId: amara.userId, cohortId: cohort.cohortId },
    select: { id: true },
  });
  const until = moment("2026-10-12 07:15");
  await markChangesSeen(amara, { enrolmentId: own.id, until }, until);
}

/** Alternative activities in each state, for the first session of the peer groups and for a check-in. */
export async function seedAlternatives(cohort: Cohort): Promise<void> {
  const { milestone, person, tom, priya } = await castOf(cohort);
  const session = milestone(5);
  const offered = await db.alternativeOption.findMany({ select: { id: true, title: true } });
  const option = (title: string) => offered.find((each) => each.title === title)?.id ?? "";

  const propose = async (
    who: Actor,
    what: { milestoneId: string; option: string; title?: string; minutes?: number; plan: string },
    at: string,
  ) => {
    const formKey = randomUUID();
    await proposeAlternative(who, { title: "", ...what, formKey }, moment(at));
    return (await db.alternativeActivity.findUniqueOrThrow({ where: { formKey }, select: { id: true } })).id;
  };
  const judge = (actor: Actor, id: string, verdict: VerdictInput, at: string) =>
    judgeAlternative(actor, id, verdict, moment(at));
  const conversations = option("Three conversations and a page");

  // Ben thought better of his first idea; his second is agreed.
  const ben = await person("Ben Lister");
  const first = await propose(
    ben,
    {
      milestoneId: session,
      option: OWN_IDEA,
      title: "Reading on professional communities",
      minutes: 120,
      plan: "Two hours of reading, with notes.",
    },
    "2026-11-03 20:10",
  );
  await withdrawAlternative(ben, first, moment("2026-11-04 06:55"));
  const second = await propose(
    ben,
    {
      milestoneId: session,
      option: conversations,
      plan: "I have asked three of the group and we have agreed times in the last week of November. I will write the page straight after.",
    },
    "2026-11-04 07:05",
  );
  await judge(
    tom,
    second,
    {
      verdict: "agreed",
      minutes: 120,
      words: "A good choice. Do ask them what they left unsaid on the day.",
    },
    "2026-11-06 15:30",
  );

  const joan = await person("Joan Pettifer");
  const notes = await propose(
    joan,
    {
      milestoneId: session,
      option: option("Another group’s notes, and your own case"),
      plan: "I will write up how we merged two improvement teams, in the form that the session used, and send it to the group.",
    },
    "2026-10-27 19:40",
  );
  await judge(priya, notes, { verdict: "agreed", minutes: 90, words: "" }, "2026-10-29 12:05");
  await handIn(
    joan,
    {
      alternativeId: notes,
      did: "I read the notes of the session and wrote up our merger of two improvement teams in four pages. Six of the group sent comments, and I answered each.",
      learned:
        "I had told it as a story of structure. Four of the six asked about trust, and they were right. I begin the next change with the people who have most to lose by it.",
      doneOn: "2026-11-19",
    },
    moment("2026-11-20 21:15"),
  );

  const tobias = await person("Tobias Wren");
  const talks = await propose(
    tobias,
    {
      milestoneId: session,
      option: conversations,
      plan: "Three telephone calls in the half-term break, and a page on what we share.",
    },
    "2026-10-08 18:00",
  );
  await judge(tom, talks, { verdict: "agreed", minutes: 120, words: "" }, "2026-10-12 09:20");
  await handIn(
    tobias,
    {
      alternativeId: talks,
      did: "I spoke with three members of the group during half term.",
      learned: "We all find it hard to stop doing things.",
      doneOn: "2026-10-30",
    },
    moment("2026-11-09 17:45"),
  );
  await judge(
    tom,
    talks,
    {
      verdict: "sent_back",
      words:
        "There is something in that last line. Please say a little more: what did each of the three find hard to stop, and what will you stop?",
    },
    "2026-11-12 16:00",
  );

  const dilys = await person("Dilys Probert");
  const review = await propose(
    dilys,
    {
      milestoneId: milestone(7),
      option: option("A written review, answered by your mentor"),
      plan: "Ieuan Pask and I could not meet before the end of September. I will write to him, and he has promised a reply within the week.",
    },
    "2026-10-05 20:30",
  );
  await judge(cohort.manager, review, { verdict: "agreed", minutes: 60, words: "" }, "2026-10-06 11:00");
  await handIn(
    dilys,
    {
      alternativeId: review,
      did: "Two pages to my chair of trustees on the first module, and his reply, which we then talked over by telephone.",
      learned:
        "He sees more of the trust through what I ask of it than through what I report. I now ask him first.",
      doneOn: "2026-10-12",
    },
    moment("2026-10-13 06:30"),
  );
  await judge(
    cohort.manager,
    review,
    { verdict: "credited", minutes: 60, words: "Thank you for a frank account." },
    "2026-10-15 14:40",
  );
  await propose(
    dilys,
    {
      milestoneId: session,
      option: conversations,
      plan: "I would talk with Amara, Gareth and Kwame, who were there, one after the other before Christmas.",
    },
    "2026-11-21 08:20",
  );

  const quentin = await person("Quentin Ashby");
  const podcast = await propose(
    quentin,
    {
      milestoneId: session,
      option: OWN_IDEA,
      title: "A series of podcasts on leadership",
      minutes: 120,
      plan: "Listen to six episodes on the way to work.",
    },
    "2026-09-14 07:50",
  );
  await judge(
    tom,
    podcast,
    {
      verdict: "declined",
      words:
        "The session was there to think with others, and listening alone does not stand in for that. Something that brings you together with two or three of the group would.",
    },
    "2026-09-16 13:25",
  );
  const answered = await propose(
    quentin,
    {
      milestoneId: milestone(7),
      option: option("A written review, answered by your mentor"),
      plan: "Peter Vane has been on leave since September. I will write to him now and he will answer when he is back.",
    },
    "2026-10-20 06:45",
  );
  await judge(cohort.manager, answered, { verdict: "agreed", minutes: 60, words: "" }, "2026-10-21 09:30");
}
