import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";

type About = {
  fullName: string;
  milestoneId: string;
  /** What it is about: "Peer learning group 2". */
  title: string;
  excused: boolean;
  reason: string;
  /** Who decided it. */
  by: string;
};

/** What a participant is told when they are excused from an item, or when it is asked of them again: what, by whom, why. */
export function excusalEmail({ fullName, milestoneId, title, excused, reason, by }: About): Message {
  const heading = excused ? "You are excused from something" : "Something is required of you again";
  const body = emailLayout({
    heading,
    paragraphs: [
      `Dear ${fullName},`,
      excused
        ? `${by} has excused you from “${title}”. Nothing needs to be done or recorded for it, and it counts neither for nor against your engagement.`
        : `${by} has taken back that you were excused from “${title}”. It counts towards your engagement again, and its page says what completes it.`,
      `Why: ${reason}`,
    ],
    button: {
      label: "See it on your route map",
      href: `${env().NEXTAUTH_URL}/dashboard/route-map/${milestoneId}`,
    },
    closing: "If this is not right, please write to us.",
  });
  const subject = excused ? `Excused: ${title}` : `Required again: ${title}`;
  return { template: "milestone-excusal", subject, ...body };
}
