import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";
import type { Change } from "./schema";

const HEADINGS: Record<Change, string> = {
  deferral: "Your place is deferred",
  withdrawal: "You have been withdrawn",
  return: "Your place is active again",
  transfer: "You have a place in another cohort",
  completion: "You have completed the programme",
};

export const headingOf = (change: Change, programme: string) => `${HEADINGS[change]}: ${programme}`;

/** What a participant is told of a change of their standing: the words that staff have seen and sent. */
export function changeEmail(
  change: Change,
  { fullName, programme, message }: { fullName: string; programme: string; message: string },
): Message {
  const body = emailLayout({
    heading: HEADINGS[change],
    paragraphs: [`Dear ${fullName},`, ...message.split(/\n{2,}/)],
    button: { label: "Your page", href: `${env().NEXTAUTH_URL}/dashboard` },
  });
  return { template: `status-${change}`, subject: headingOf(change, programme), ...body };
}
