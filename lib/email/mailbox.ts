import "server-only";
import { db } from "../db";
import { env, isEmbeddedDemo } from "../env";
import { NotFound } from "../errors";
import { isId } from "../ids";
import type { Attachment } from "./queue";

/**
 * The embedded demo's mailbox. Everyone who can reach the demo may read it, as its purpose is that anyone can
 * sign in as anyone; it does not exist anywhere else.
 */

export type MailSummary = { id: string; toAddress: string; subject: string; arrivedAt: Date };
export type Mail = MailSummary & { text: string; html: string; attachments: Attachment[] };

const SUMMARY = { id: true, toAddress: true, subject: true, arrivedAt: true } as const;

/** True when the embedded demo runs and no mail server is configured. */
export function mailboxIsOpen(): boolean {
  return isEmbeddedDemo() && !env().SMTP_URL;
}

/** The newest mails first, at most 50, to that address only when one is given. @throws NotFound outside the demo. */
export async function newestMails(toAddress?: string): Promise<MailSummary[]> {
  if (!mailboxIsOpen()) throw new NotFound();
  return db.demoMail.findMany({
    where: toAddress ? { toAddress } : {},
    orderBy: [{ arrivedAt: "desc" }, { id: "desc" }],
    take: 50,
    select: SUMMARY,
  });
}

/** One mail. @throws NotFound outside the demo and when there is no such mail. */
export async function readMail(id: string): Promise<Mail> {
  if (!mailboxIsOpen() || !isId(id)) throw new NotFound();
  const mail = await db.demoMail.findUnique({
    where: { id },
    select: { ...SUMMARY, text: true, html: true, attachments: true },
  });
  if (!mail) throw new NotFound();
  // Written by queueEmail, which takes nothing else.
  return { ...mail, attachments: (mail.attachments ?? []) as Attachment[] };
}
