import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { buttonClass } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { normaliseAddress } from "@/lib/auth/address";
import { dateTimeInLondon } from "@/lib/dates";
import { mailboxIsOpen, newestMails } from "@/lib/email/mailbox";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Demo mailbox", robots: { index: false, follow: false } };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

/** Where the embedded demo's e-mails arrive. 404 everywhere else. */
export default async function MailboxPage({ searchParams }: Props) {
  if (!mailboxIsOpen()) notFound();
  const { to } = await searchParams;
  const wanted = typeof to === "string" ? to.slice(0, 254).trim() : "";
  const address = wanted ? normaliseAddress(wanted) : undefined;
  const mails = wanted && !address ? [] : await newestMails(address ?? undefined);
  return (
    <div className="wrap">
      <PageHeading
        title="Demo mailbox"
        caption="This demo's e-mails arrive here instead of leaving. The newest 50 are shown: open one to use its link."
      />
      <form method="get" className="mb-6 flex max-w-prose flex-wrap items-end gap-3">
        <label className="flex min-w-0 grow flex-col gap-1 font-semibold">
          Only e-mails to
          <input
            type="email"
            name="to"
            defaultValue={wanted}
            autoComplete="off"
            maxLength={254}
            className="input"
          />
        </label>
        <button type="submit" className={buttonClass("secondary")}>
          Show
        </button>
      </form>
      {mails.length === 0 ? (
        <p>{wanted ? `No e-mail to ${wanted} has arrived.` : "No e-mail has arrived yet."}</p>
      ) : (
        <ul className="stack-list max-w-prose">
          {mails.map((mail) => (
            <li key={mail.id}>
              <a href={`/dev/mailbox/${mail.id}`} className="inline-block py-0.5 font-semibold">
                {mail.subject}
              </a>
              <div className="wrap-anywhere">{mail.toAddress}</div>
              <time dateTime={mail.arrivedAt.toISOString()} className="text-muted">
                {dateTimeInLondon(mail.arrivedAt)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
