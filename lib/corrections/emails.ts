import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";
import type { CorrectionOutcome } from "./schema";

/** What people are told of a correction. What a participant wrote is on the page and in no e-mail. */

export function askedEmail(id: string, about: { fullName: string; title: string }): Message {
  const body = emailLayout({
    heading: "A correction to look at",
    paragraphs: [
      "Hello,",
      `${about.fullName} says that what is recorded of “${about.title}” is not right, and asks for it to be looked at.`,
    ],
    button: { label: "See what they say", href: `${env().NEXTAUTH_URL}/staff/corrections/${id}` },
  });
  return { template: "correction-asked", subject: `Correction: ${about.fullName}, ${about.title}`, ...body };
}

export function answeredEmail(
  milestoneId: string,
  about: { title: string; outcome: CorrectionOutcome; answer: string },
): Message {
  const { title, outcome, answer } = about;
  const right = outcome === "put_right";
  const body = emailLayout({
    heading: right ? "Your record is put right" : "Your record stays as it is",
    paragraphs: [
      "Hello,",
      `You asked us to look at what is recorded of “${title}”. ${right ? "It is put right now." : "We have looked, and it stays as it is."}`,
      ...answer.split(/\n{2,}/),
    ],
    button: {
      label: "See what is recorded",
      href: `${env().NEXTAUTH_URL}/dashboard/route-map/${milestoneId}`,
    },
    closing: right ? undefined : "If you have more to say about it, you can ask again on that page.",
  });
  return { template: "correction-answered", subject: `Your correction: ${title}`, ...body };
}
