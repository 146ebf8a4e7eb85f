import { randomUUID } from "node:crypto";
import { handIn, withdrawAlternative } from "@/lib/alternatives/hand-in";
import { judgeAlternative } from "@/lib/alternatives/judge";
import { proposeAlternative } from "@/lib/alternatives/propose";
import { OWN_IDEA, type VerdictInput } from "@/lib/alternatives/schema";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { type Cohort, castOf, moment } from "./making-up-cast";

/** What people of the running cohort do about what they missed. */

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
