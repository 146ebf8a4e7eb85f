import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";

/** A nudge as an e-mail: the words as staff wrote them, and the way to the route map. */
export function nudgeEmail({ subject, text }: { subject: string; text: string }, by: string): Message {
  const body = emailLayout({
    heading: subject,
    paragraphs: text.split(/\n{2,}/),
    button: { label: "Your route map", href: `${env().NEXTAUTH_URL}/dashboard/route-map` },
    closing: `${by} wrote this to you for the NPQ team.`,
  });
  return { template: "nudge", subject, ...body };
}
