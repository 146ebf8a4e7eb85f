import type { Metadata } from "next";
import { QueueFilterBar } from "@/components/applications/queue-filter-bar";
import { QueuePick } from "@/components/applications/queue-pick";
import { QueueChosen, QueueCohorts, QueueWaiting } from "@/components/applications/queue-views";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { applicationQueue } from "@/lib/applications/queue";
import { queueAddress, queueFilters, SORT_WORDS, shownSort } from "@/lib/applications/schema-queue";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";

export const metadata: Metadata = { title: "Applications" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QueuePage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/applications");
  const asked = await searchParams;
  const filters = queueFilters.parse(asked);
  const queue = await applicationQueue(actor, filters, now());
  const { rows, total, page, pages, cohorts, counts } = queue;
  if (cohorts.length === 0) {
    return (
      <>
        <PageHeading title="Applications" />
        <p>You manage no cohort, so there are no applications for you to decide.</p>
      </>
    );
  }
  const manyCohorts = cohorts.length > 1 && !filters.cohort;
  const any = Object.values(counts).some((count) => count > 0);
  return (
    <>
      <PageHeading
        title="Applications"
        caption={
          total === 0
            ? "No application"
            : `${total} ${total === 1 ? "application" : "applications"}, ${SORT_WORDS[shownSort(filters)]}`
        }
      />
      <QueueCohorts filters={filters} cohorts={cohorts} />
      <QueueWaiting filters={filters} waiting={queue.waiting} />
      <QueueFilterBar filters={filters} {...queue} />
      <QueueChosen filters={filters} />
      {rows.length > 0 ? (
        <QueuePick {...{ rows, filters, manyCohorts }} ticked={asked.ticked === "all"} />
      ) : (
        <p>{any ? NOTHING_OPEN : NOTHING_FOUND}</p>
      )}
      {rows.length > 0 ? <TakeOut list="applications" query={filters} /> : null}
      <PagesNav page={page} pages={pages} address={(number) => queueAddress(filters, { page: number })} />
    </>
  );
}

const NOTHING_FOUND = "No application matches. Leave a filter out, or look for something else.";
const NOTHING_OPEN = "None of the applications is in this state. Choose another, or all of them.";
