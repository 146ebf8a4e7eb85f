import type { Metadata } from "next";
import { EnquiryFilter } from "@/components/enquiries/enquiry-filter";
import { EnquiryTable } from "@/components/enquiries/enquiry-table";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav, pageAddress } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { enquiryQueue } from "@/lib/enquiries/queue";
import { enquiryFilters, shownEnquiries } from "@/lib/enquiries/schema";
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
      {rows.length > 0 ? <TakeOut list="enquiries" query={filters} /> : null}
      <PagesNav
        page={page}
        pages={pages}
        address={(number) => pageAddress("/staff/enquiries", { show: filters.show, q: filters.q }, number)}
      />
    </>
  );
}
