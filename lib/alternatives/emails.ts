import { hoursAndMinutes } from "../dates";
import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";
import type { Verdict } from "./schema";

/** What people are told of an alternative activity. What a participant wrote is on the pages and in no e-mail. */

export function toReviewEmail(
  id: string,
  what: "proposed" | "handed_in",
  about: { fullName: string; instead: string },
): Message {
  const { fullName, instead } = about;
  const proposed = what === "proposed";
  const body = emailLayout({
    heading: proposed ? "An alternative activity to agree" : "An alternative activity to review",
    paragraphs: [
      "Hello,",
      proposed
        ? `${fullName} missed “${instead}” and proposes something else in its place.`
        : `${fullName} has done what was agreed in place of “${instead}” and handed in an account of it.`,
    ],
    button: {
      label: proposed ? "Read the proposal" : "Read the account",
      href: `${env().NEXTAUTH_URL}/staff/alternatives/${id}`,
    },
  });
  return {
    template: "alternative-to-review",
    subject: `Alternative activity: ${fullName}, ${instead}`,
    ...body,
  };
}

type About = { milestoneId: string; title: string; instead: string; minutes: number; words: string };

const HEADINGS: Record<Verdict, string> = {
  agreed: "Your alternative activity is agreed",
  declined: "Your alternative activity is not agreed",
  credited: "Your alternative activity is credited",
  sent_back: "Your alternative activity needs a little more",
};

export function verdictEmail(
  verdict: Verdict,
  { milestoneId, title, instead, minutes, words }: About,
): Message {
  const long = hoursAndMinutes(minutes);
  const sentence: Record<Verdict, string> = {
    agreed: `You can do “${title}” in place of “${instead}”. It counts for ${long} once you have handed in a short account of it and it has been read.`,
    declined: `“${title}” was not agreed in place of “${instead}”. You can propose something else.`,
    credited: `“${title}” counts for ${long} in place of “${instead}”.`,
    sent_back: `Your account of “${title}”, in place of “${instead}”, came back to you. Put in what is asked for and hand it in again.`,
  };
  const body = emailLayout({
    heading: HEADINGS[verdict],
    paragraphs: ["Hello,", sentence[verdict], ...(words ? words.split(/\n{2,}/) : [])],
    button: {
      label: "Go to your page",
      href: `${env().NEXTAUTH_URL}/dashboard/route-map/${milestoneId}/alternative`,
    },
  });
  return {
    template: `alternative-${verdict.replace("_", "-")}`,
    subject: `${HEADINGS[verdict]}: ${instead}`,
    ...body,
  };
}
