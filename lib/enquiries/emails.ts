import { dateTimeInLondon } from "../dates";
import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";

/** What somebody who asked is told by e-mail. */

/**
 * That the question has come. Says nothing that was typed: anybody may type anybody's address, and the portal
 * must not carry a stranger's text there.
 */
export function questionReceivedEmail({ reference, dueAt }: { reference: string; dueAt: Date }): Message {
  const subject = "We have your question";
  const body = emailLayout({
    heading: subject,
    paragraphs: [
      "Hello,",
      `Thank you for your question. We answer it by e-mail, to this address, by ${dateTimeInLondon(dueAt)}.`,
      `Your reference is ${reference}.`,
    ],
    button: { label: "See how it stands", href: `${env().NEXTAUTH_URL}/contact/${reference}` },
    closing: "If you did not ask us anything, somebody typed your address by mistake: please ignore this.",
  });
  return { template: "question-received", subject: `${subject}: ${reference}`, ...body };
}

type Asked = { reference: string; name: string; question: string; createdAt: Date };

/** The answer, with the question under it. */
export function answerEmail(asked: Asked, answer: { body: string; by: string }): Message {
  const { reference, name, question, createdAt } = asked;
  const quoted = question.split("\n").map((each) => (each === "" ? ">" : `> ${each}`));
  const body = emailLayout({
    heading: "Our answer to your question",
    paragraphs: [
      `Dear ${name},`,
      ...answer.body.split(/\n{2,}/),
      answer.by,
      `You asked on ${dateTimeInLondon(createdAt)}:\n${quoted.join("\n")}`,
    ],
    closing: `If anything is still open, write to us and quote ${reference}.`,
  });
  return { template: "question-answered", subject: `Our answer to your question: ${reference}`, ...body };
}
