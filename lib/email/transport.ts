import "server-only";
import nodemailer from "nodemailer";
import { env } from "../env";
import type { Attachment } from "./queue";

/** What leaves the portal. */
export type Outgoing = {
  id: string;
  toAddress: string;
  subject: string;
  text: string;
  html: string;
  attachments?: Attachment[] | null;
  /** Of its own; only those in `OWN_HEADERS` go out. */
  headers?: unknown;
};

/** What a message may add to its head: how to leave a list (RFC 2369, RFC 8058). Everything else is the portal's. */
const OWN_HEADERS = ["List-Unsubscribe", "List-Unsubscribe-Post"];

function ownHeaders(headers: unknown): Record<string, string> {
  const given = (headers ?? {}) as Record<string, unknown>;
  const kept = OWN_HEADERS.flatMap((name) => {
    const value = given[name];
    return typeof value === "string" ? [[name, value.replace(/[\r\n]+/g, " ")] as const] : [];
  });
  return Object.fromEntries(kept);
}

/**
 * Where messages go: over SMTP, or into the demo's mailbox table. The mailbox has no `send`: its row is written
 * in the transaction that marks the message sent.
 */
export type Transport =
  | { kind: "mailbox" }
  | { kind: "smtp"; send(message: Outgoing, at: Date): Promise<void> };

/** The limits of one try, in milliseconds. `whole` stays under the two minutes of a lease (lib/email/lease.ts). */
export const SMTP_LIMITS = { connection: 10_000, greeting: 10_000, silence: 20_000, whole: 90_000 };

/**
 * Sends over that server, one connection a message: a pool would resend on its own when a connection breaks
 * during a message, and then nobody could say how often it went.
 */
export function smtpTransport(url: string, from: string, limits = SMTP_LIMITS): Transport {
  const mailer = nodemailer.createTransport({
    url,
    connectionTimeout: limits.connection,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
    dnsTimeout: limits.connection,
    // Nothing in a message may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: "smtp",
    async send(message, at) {
      await mailer.sendMail({
        from,
        to: { name: "", address: message.toAddress },
        subject: message.subject.replace(/[\r\n]+/g, " "),
        text: message.text,
        html: message.html,
        attachments: (message.attachments ?? []).map(({ name, type, text }) => ({
          filename: name,
          contentType: type,
          content: text,
        })),
        date: at,
        messageId: messageId(message.id, from),
        headers: { "Auto-Submitted": "auto-generated", ...ownHeaders(message.headers) },
        signal: AbortSignal.timeout(limits.whole),
      });
    },
  };
}

/** The same for every try of one message, so that a receiver can tell a repeat from a new one. */
export function messageId(outboxId: string, from: string): string {
  const domain = /@([^\s@>]+)>?\s*$/.exec(from)?.[1] ?? "portal.invalid";
  return `<${outboxId}@${domain}>`;
}

let configured: Transport | undefined;

/** The transport that the environment asks for: SMTP_URL's server, else the demo's mailbox. */
export function outgoing(): Transport {
  const { SMTP_URL, MAIL_FROM } = env();
  configured ??= SMTP_URL ? smtpTransport(SMTP_URL, MAIL_FROM) : { kind: "mailbox" };
  return configured;
}
