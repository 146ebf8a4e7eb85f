import type { ItemKind } from "../../../lib/route-map/schema";

/** What NPQEL participants can do in place of something missed, by kind of item, with the minutes it counts for. */

type OnOffer = { kind: ItemKind; title: string; description: string; minutes: number };

export const alternatives: OnOffer[] = [
  {
    kind: "peer_learning_group",
    title: "Three conversations and a page",
    description:
      "Talk with three members of your group about the question they brought to the session, half an hour each, and write a page on what the three have in common with yours.",
    minutes: 120,
  },
  {
    kind: "peer_learning_group",
    title: "Another group’s notes, and your own case",
    description:
      "Read the shared notes of the session, write up a case of your own in the same form, and send it round your group for comment.",
    minutes: 90,
  },
  {
    kind: "induction",
    title: "The recording of the induction, with a plan",
    description:
      "Watch the recording, and write down when in each half term your study time will be and who at work knows of it.",
    minutes: 180,
  },
  {
    kind: "residential",
    title: "A visit to two other trusts",
    description:
      "Spend a day each with executive leaders of two trusts that differ from yours, with questions agreed beforehand, and write an account of both.",
    minutes: 600,
  },
  {
    kind: "residential",
    title: "One day’s visit to another trust",
    description:
      "A day with an executive leader of another trust, with questions agreed beforehand, and a written account.",
    minutes: 300,
  },
  {
    kind: "face_to_face_event",
    title: "The day’s cases, worked through with a colleague",
    description:
      "Work through the cases of the day with another leader who did not know them, half a day together, and write down where you disagreed.",
    minutes: 300,
  },
  {
    kind: "mentor_check_in",
    title: "A written review, answered by your mentor",
    description:
      "Write two pages to your mentor on what the programme has changed in your work, and enclose the reply.",
    minutes: 60,
  },
  {
    kind: "coaching",
    title: "A reflective log of one leadership decision",
    description:
      "Follow one decision of your own from its beginning to what came of it, in writing, over a fortnight.",
    minutes: 60,
  },
];
