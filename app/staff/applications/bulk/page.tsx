import type { Metadata } from "next";
import { BulkActs } from "@/components/applications/bulk-acts";
import { BulkCohorts, BulkNobody } from "@/components/applications/bulk-nobody";
import { ReminderLinks } from "@/components/applications/bulk-settings";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { bulkPreview } from "@/lib/applications/bulk/preview";
import { bulkActs } from "@/lib/applications/bulk/queries";
import { type BulkAddress, bulkAddress, bulkHref } from "@/lib/applications/schema-bulk";
import type { Actor } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { Preview } from "./preview";

export const metadata: Metadata = { title: "Many applications at once" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BulkPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/applications/bulk");
  const address = bulkAddress.parse(await searchParams);
  if (!address.act) return <Earlier actor={actor} address={address} />;
  const preview = await bulkPreview(actor, address, now());
  if (!preview) return <BulkNobody address={address} />;
  if ("cohorts" in preview) return <BulkCohorts address={address} {...preview} />;
  return <Preview address={{ ...address, about: preview.about ?? undefined }} preview={preview} />;
}

/** What was done before, and the reminders that need no ticks. */
async function Earlier({ actor, address }: { actor: Actor; address: BulkAddress }) {
  const { lines, page, pages, cohorts } = await bulkActs(actor, address);
  const { cohort } = address;
  const chosen = cohorts.filter(({ id }) => !cohort || id === cohort);
  return (
    <>
      <PageHeading
        title="Many applications at once"
        caption="Offers, rejections and reminders to several people, and what became of each"
        back={{ href: "/staff/applications", label: "Applications" }}
      />
      {cohorts.length > 1 ? (
        <nav className="cohort-tabs no-print" aria-label="Cohort">
          {[{ id: undefined, name: "All cohorts" }, ...cohorts].map(({ id, name }) => (
            <a key={name} href={bulkHref({ cohort: id })} aria-current={id === cohort ? "page" : undefined}>
              {name}
            </a>
          ))}
        </nav>
      ) : null}
      <ReminderLinks cohorts={chosen} />
      <BulkActs lines={lines} />
      <PagesNav page={page} pages={pages} address={(number) => bulkHref({ cohort, page: number })} />
      {lines.length > 0 ? <TakeOut list="bulk-acts" query={{ cohort }} /> : null}
    </>
  );
}
