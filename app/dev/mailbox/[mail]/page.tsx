import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/ui/page-heading";
import { dateTimeInLondon } from "@/lib/dates";
import { type Mail, readMail } from "@/lib/email/mailbox";
import { NotFound } from "@/lib/errors";
import { Attachments } from "./attachments";
import { LinkedText } from "./linked-text";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "E-mail", robots: { index: false, follow: false } };

/** One e-mail of the demo: its text, whose links work, and how a mail program would show it. */
export default async function MailPage({ params }: { params: Promise<{ mail: string }> }) {
  const mail = await found((await params).mail);
  return (
    <div className="wrap">
      <PageHeading
        title={mail.subject}
        back={{ href: "/dev/mailbox", label: "Demo mailbox" }}
        caption={
          <>
            To <span className="wrap-anywhere">{mail.toAddress}</span>,{" "}
            <time dateTime={mail.arrivedAt.toISOString()}>{dateTimeInLondon(mail.arrivedAt)}</time>
          </>
        }
      />
      <section aria-labelledby="text" className="card mb-8 max-w-prose">
        <h2 id="text" className="sr-only">
          Text
        </h2>
        <div className="wrap-anywhere whitespace-pre-wrap">
          <LinkedText text={mail.text} />
        </div>
      </section>
      <Attachments files={mail.attachments} />
      <section aria-labelledby="formatted" className="max-w-prose">
        <h2 id="formatted">As mail programs show it</h2>
        <p className="mt-1 mb-3 text-muted">To look at only: its links do not work here, those above do.</p>
        {/* An empty sandbox: no scripts, no forms, no navigation, an origin of its own. */}
        <iframe
          title={`The formatted e-mail: ${mail.subject}`}
          srcDoc={mail.html}
          sandbox=""
          className="h-136 w-full rounded-card border border-line bg-card"
        />
      </section>
    </div>
  );
}

async function found(id: string): Promise<Mail> {
  try {
    return await readMail(id);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
