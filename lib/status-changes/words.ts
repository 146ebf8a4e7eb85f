import type { Change } from "./schema";

export type About = { programme: string; cohortName: string; toCohortName?: string };

/** What a participant is told by default, in paragraphs; staff see it, and may change it, before it is sent. Pure. */
export function kindWords(change: Change, { programme, cohortName, toCohortName = "" }: About): string {
  return {
    deferral: [
      `We have deferred your place on ${programme}. Take the time that you need.`,
      "Nothing is due while you are away, and we do not send you reminders. Everything that you have completed is kept.",
      "When you would like to come back, or if anything is unclear, just write to us. We will find the cohort that suits you, and carry over what you have done.",
    ],
    withdrawal: [
      `We have withdrawn you from ${programme}, and are sorry to see you go.`,
      "Nothing more is due. What you completed is kept, and you can still see it when you sign in.",
      "If things change and you would like to come back, please write to us: what you have done can often be carried over.",
    ],
    return: [
      `Welcome back. Your place on ${programme}, ${cohortName}, is active again.`,
      "Your page shows what is open now and what comes next. Some of it may have closed while you were away: write to us, and we will find a way to make it up together.",
    ],
    transfer: [
      `You have a place in ${toCohortName} of ${programme}, and go on there.`,
      `What you completed in ${cohortName} is carried over, with its dates. Your page shows your new route map, what is done already and what comes next. Your NPQ mentor stays the same; we will tell you your new peer learning group.`,
      "If something is missing from what was carried over, please write to us.",
    ],
    completion: [
      `Congratulations: you have completed ${programme}.`,
      "Nothing more is asked of you. Your record stays on your page. Thank you for all the work that you have put into it.",
    ],
  }[change].join("\n\n");
}
