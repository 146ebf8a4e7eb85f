import type { AlertReason } from "../../../lib/engagement/schema-list";

/** What a letter to NPQEL's participants begins with, by what it is for. */

export type Letter = { name: string; subject: string; body: string; reason: AlertReason | "" };

export const letters: Letter[] = [
  {
    name: "Below the line",
    subject: "Your NPQEL: getting back above 90%",
    reason: "below",
    body: `Hello {first name},

{engagement}

The qualification asks for 90%, and there is time to get back to it. What is overdue for you now: {overdue}.

The quickest step is usually the study you have done and not yet logged. For a session you missed you can propose an alternative activity from its page. If you would like to plan it with one of us, write to {contact} with two times that suit you this week.`,
  },
  {
    name: "Three or more overdue",
    subject: "Your NPQEL: a few things have built up",
    reason: "overdue",
    body: `Hello {first name},

A few parts of the programme have passed their dates: {overdue}.

Please choose one of them and do it by the end of next week; the others are easier after the first. Each item’s page says what completes it, and what you can do instead where the day has gone.

If you know already that you will not get to them, write to {contact}. We would rather change a plan with you than watch it slip.`,
  },
  {
    name: "Nothing for 30 days",
    subject: "Your NPQEL: how are you getting on?",
    reason: "quiet",
    body: `Hello {first name},

We have seen nothing new from you for more than a month, and we would like to know how you are.

{engagement}

If you have been studying, ten minutes is enough to log it. If school has been everything lately, tell us at {contact}: there are ways to move dates, and a deferral keeps all that you have done.`,
  },
  {
    name: "Out of reach without a talk",
    subject: "Your NPQEL: please talk to us",
    reason: "unreachable",
    body: `Hello {first name},

{engagement}

With what is still ahead of you the 90% that the qualification asks for cannot be reached any more by itself. That is not the end of it: missed sessions can be made up by alternative activities, and a place can move to a later cohort with all that is done.

Please write to {contact} in the next few days with a time when we can ring you.`,
  },
  {
    name: "No place at a residential yet",
    subject: "Your NPQEL: choose where you will stay",
    reason: "",
    body: `Hello {first name},

You have not chosen a place yet for: {places to choose}.

Manchester and Oxford ask for the same of you; choose whichever is easier to reach, while both have room. You can change your mind until the choosing closes, and tell us on the same page what you need there.

If neither day is possible, write to {contact} and we will look for another way.`,
  },
];
