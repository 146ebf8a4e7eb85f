import type { Metadata } from "next";
import { QueueFilterBar } from "@/components/applications/queue-filter-bar";
import { QueueTable } from "@/components/applications/queue-table";
import { PageHeading } from "@/components/ui/page-heading";
import { applicationQueue } from "@/lib/applications/queue";
import { type QueueFilters, queueFilters, shownStates, WAITING } from "@/lib/applications/schema";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";

export const metadata: Metadata = { title: "Applications" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QueuePage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/applications");
  const filters = queueFilters.parse(await searchParams);
  const { rows, total, page, pages, counts, cohorts } = await applicationQueue(actor, filters, now());
  const shown = WAITING.some((state) => state === shownStates(filters)) ? "waiting" : shownStates(filters);
  if (cohorts.length === 0) {
    return (
      <>
        <PageHeading title="Applications" />
        <p>You manage no cohort, so there are no applications for you to decide.</p>
      </>
    );
  }
  return (
    <>
      <PageHeading
        title="Applications"
        caption={`${total} ${total === 1 ? "application" : "applications"} shown, ${shown === "waiting" ? "the longest waiting" : "the latest"} first`}
      />
      <QueueFilterBar filters={filters} counts={counts} cohorts={cohorts} />
      <QueueTable rows={rows} />
      {pages > 1 ? (
        <nav className="no-print mt-4 flex gap-4" aria-label="Pages">
          {page > 1 ? <a href={pageOf(filters, page - 1)}>Previous</a> : null}
          <span>
            Page {page} of {pages}
          </span>
          {page < pages ? <a href={pageOf(filters, page + 1)}>Next</a> : null}
        </nav>
      ) : null}
    </>
  );
}

/** The address of another page of the same view. */
function pageOf(filters: QueueFilters, page: number): string {
  const query = new URLSearchParams({ page: String(page) });
  for (const name of ["state", "cohort", "q"] as const) if (filters[name]) query.set(name, filters[name]);
  return `/staff/applications?${query}`;
}
