import type { Metadata } from "next";
import { AlternativeTable } from "@/components/alternatives/alternative-table";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav, pageAddress } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { ViewsNav } from "@/components/ui/views-nav";
import { alternativesQuestion } from "@/lib/alternatives/schema";
import { alternativeQueue } from "@/lib/alternatives/staff-queries";
import { requireStaff } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Alternative activities" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AlternativesPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/alternatives");
  const question = alternativesQuestion.parse(await searchParams);
  const { rows, counts, page, pages } = await alternativeQueue(actor, question);
  const { show } = question;
  return (
    <>
      <PageHeading
        title="Alternative activities"
        caption="What participants do in place of what they missed: in the cohorts you manage, and in the sessions and groups you run."
      />
      <ViewsNav
        path="/staff/alternatives"
        shown={show}
        views={[
          { show: "waiting", label: "To agree or review", count: counts.waiting },
          { show: "on_the_way", label: "Being done", count: counts.on_the_way },
          { show: "ended", label: "Ended", count: counts.ended },
        ]}
      />
      {rows.length > 0 ? (
        <AlternativeTable rows={rows} />
      ) : (
        <p>{show === "waiting" ? "Nothing waits for you." : "There is none here."}</p>
      )}
      {rows.length > 0 ? <TakeOut list="alternatives" query={{ show }} /> : null}
      <PagesNav
        page={page}
        pages={pages}
        address={(number) => pageAddress("/staff/alternatives", { show }, number)}
      />
    </>
  );
}
