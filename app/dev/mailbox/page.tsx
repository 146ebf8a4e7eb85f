import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/ui/page-heading";
import { normaliseAddress } from "@/lib/auth/address";
import { dateTimeInLondon } from "@/lib/dates";
import { mailboxIsOpen, newestMails } from "@/lib/email/mailbox";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Demo mailbox", robots: { index: false, follow: false } };

/** Where the embedded demo's e-mails arrive. 404 everywhere else. */
export default async function MailboxPage({ searchParams }: PageProps<"/dev/mailbox">) {
  if (!mailboxIsOpen()) notFound();
  const { to } = await searchParams;
  const wanted = typeof to === "string" ? to.slice(0, 254).trim() : "";
  const address = wanted ? normaliseAddress(wanted) : undefined;
  const mails = wanted && !address ? [] : await newestMails(address ?? undefined);
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeading title="Demo mailbox" />
      <p className="mb-6 text-muted">
        E-mails of this demo arrive here instead of leaving. The newest 50 are shown; open one to use its link.
      </p>
      <form method="get" className="mb-6 flex flex-wrap items-end gap-3">
        <label className="flex min-w-0 grow flex-col gap-1">
          <span className="font-semibold">Only e-mails to</span>
          <input
            type="email"
            name="to"
            defaultValue={wanted}
            autoComplete="off"
            maxLength={254}
            className="min-h-11 w-full rounded border border-line bg-card px-3"
          />
        </label>
        <button type="submit" className="min-h-11 rounded border border-line bg-card px-4 font-semibold">
          Show
        </button>
      </form>
      {mails.length === 0 ? (
        <p>{wanted ? `No e-mail to ${wanted} has arrived.` : "No e-mail has arrived yet."}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {mails.map((mail) => (
            <li key={mail.id} className="flex flex-col gap-1 py-3">
              <Link href={`/dev/mailbox/${mail.id}`} prefetch={false} className="font-semibold text-brand underline">
                {mail.subject}
              </Link>
              <span className="wrap-anywhere">{mail.toAddress}</span>
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
