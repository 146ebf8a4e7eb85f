import type { Metadata } from "next";
import { QueueFilterBar } from "@/components/applications/queue-filter-bar";
import { QueueTable } from "@/components/applications/queue-table";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav, pageAddress } from "@/components/ui/pages-nav";
import { applicationQueue } from "@/lib/applications/queue";
import { queueFilters, shownStates, WAITING } from "@/lib/applications/schema";
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
      <PagesNav
        page={page}
        pages={pages}
        address={(number) =>
          pageAddress(
            "/staff/applications",
            { state: filters.state, cohort: filters.cohort, q: filters.q },
            number,
          )
        }
      />
    </>
  );
}
