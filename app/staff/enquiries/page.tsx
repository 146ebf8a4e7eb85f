import type { Metadata } from "next";
import { EnquiryFilter } from "@/components/enquiries/enquiry-filter";
import { EnquiryTable } from "@/components/enquiries/enquiry-table";
import { PageHeading } from "@/components/ui/page-heading";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { enquiryQueue } from "@/lib/enquiries/queue";
import { type EnquiryFilters, enquiryFilters, shownEnquiries } from "@/lib/enquiries/schema";
import { inTimeSentence, waitingSentence } from "@/lib/enquiries/states";

export const metadata: Metadata = { title: "Enquiries" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EnquiriesPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/enquiries");
  const filters = enquiryFilters.parse(await searchParams);
  const queue = await enquiryQueue(actor, filters, now());
  if (!queue) {
    return (
      <>
        <PageHeading title="Enquiries" />
        <p>Cohort managers and administrators answer enquiries, so there are none here for you.</p>
      </>
    );
  }
  const { rows, page, pages, counts, recent } = queue;
  const shown = shownEnquiries(filters);
  return (
    <>
      <PageHeading title="Enquiries" caption={`${waitingSentence(counts)} ${inTimeSentence(recent)}`} />
      <EnquiryFilter shown={shown} q={filters.q} counts={counts} />
      {rows.length > 0 ? (
        <EnquiryTable rows={rows} />
      ) : (
        <p>{shown === "waiting" && !filters.q ? "Every question is answered." : "There is none here."}</p>
      )}
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
function pageOf(filters: EnquiryFilters, page: number): string {
  const query = new URLSearchParams({ page: String(page) });
  for (const name of ["show", "q"] as const) if (filters[name]) query.set(name, filters[name]);
  return `/staff/enquiries?${query}`;
}
