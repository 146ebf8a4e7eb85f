import type { Metadata } from "next";
import { CorrectionTable } from "@/components/corrections/correction-table";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav, pageAddress } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { ViewsNav } from "@/components/ui/views-nav";
import { requireStaff } from "@/lib/auth/session";
import { correctionQueue } from "@/lib/corrections/queries";
import { correctionsQuestion } from "@/lib/corrections/schema";

export const metadata: Metadata = { title: "Corrections" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CorrectionsPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/corrections");
  const question = correctionsQuestion.parse(await searchParams);
  const { rows, counts, page, pages } = await correctionQueue(actor, question);
  const { show } = question;
  return (
    <>
      <PageHeading
        title="Corrections"
        caption="What participants say is recorded wrongly: of the cohorts you manage, and of the sessions and groups you run."
      />
      <ViewsNav
        path="/staff/corrections"
        shown={show}
        views={[
          { show: "open", label: "To answer", count: counts.open },
          { show: "answered", label: "Answered", count: counts.answered },
        ]}
      />
      {rows.length > 0 ? (
        <CorrectionTable rows={rows} />
      ) : (
        <p>{show === "open" ? "Nothing waits for an answer." : "None has been answered yet."}</p>
      )}
      {rows.length > 0 ? <TakeOut list="corrections" query={{ show }} /> : null}
      <PagesNav
        page={page}
        pages={pages}
        address={(number) => pageAddress("/staff/corrections", { show }, number)}
      />
    </>
  );
}
