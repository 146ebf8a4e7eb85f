import type { Metadata } from "next";
import { QueueFilterBar } from "@/components/applications/queue-filter-bar";
import { QueueTable } from "@/components/applications/queue-table";
import { PageHeading } from "@/components/ui/page-heading";
import { applicationQueue } from "@/lib/applications/queue";
import { queueFilters } from "@/lib/applications/schema";
import { requireStaff } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Applications" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QueuePage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/applications");
  const filters = queueFilters.parse(await searchParams);
  const { rows, total, pages, counts } = await applicationQueue(actor, filters);
  const page = (number: number) => {
    const query = new URLSearchParams({ page: String(number) });
    for (const name of ["state", "cohort", "q"] as const) if (filters[name]) query.set(name, filters[name]);
    return `/staff/applications?${query}`;
  };
  return (
    <>
      <PageHeading
        title="Applications"
        caption={`${total} ${total === 1 ? "application" : "applications"}`}
      />
      <QueueFilterBar filters={filters} counts={counts} />
      <QueueTable rows={rows} />
      {pages > 1 ? (
        <nav className="mt-4 flex gap-4" aria-label="Pages">
          {filters.page > 1 ? <a href={page(filters.page - 1)}>Earlier</a> : null}
          <span>
            Page {filters.page} of {pages}
          </span>
          {filters.page < pages ? <a href={page(filters.page + 1)}>Later</a> : null}
        </nav>
      ) : null}
    </>
  );
}
