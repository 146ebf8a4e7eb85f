import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/ui/page-heading";
import { dateTimeInLondon } from "@/lib/dates";
import { type Mail, readMail } from "@/lib/email/mailbox";
import { NotFound } from "@/lib/errors";
import { LinkedText } from "./linked-text";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "E-mail", robots: { index: false, follow: false } };

/** One e-mail of the demo: its text, whose links work, and how a mail program would show it. */
export default async function MailPage({ params }: PageProps<"/dev/mailbox/[mail]">) {
  const mail = await found((await params).mail);
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeading title={mail.subject} back={{ href: "/dev/mailbox", label: "Demo mailbox" }} />
      <p className="mb-6 text-muted">
        To <span className="wrap-anywhere">{mail.toAddress}</span>,{" "}
        <time dateTime={mail.arrivedAt.toISOString()}>{dateTimeInLondon(mail.arrivedAt)}</time>
      </p>
      <section aria-labelledby="text" className="mb-8">
        <h2 id="text" className="mb-2 font-head text-xl">
          Text
        </h2>
        <div className="wrap-anywhere whitespace-pre-wrap rounded border border-line bg-card p-4">
          <LinkedText text={mail.text} />
        </div>
      </section>
      <section aria-labelledby="formatted">
        <h2 id="formatted" className="mb-2 font-head text-xl">
          As mail programs show it
        </h2>
        <p className="mb-2 text-muted">A picture only: use the links in the text above.</p>
        {/* An empty sandbox: no scripts, no forms, no navigation, an origin of its own. */}
        <iframe
          title={`The formatted e-mail: ${mail.subject}`}
          srcDoc={mail.html}
          sandbox=""
          className="h-[34rem] w-full rounded border border-line"
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
