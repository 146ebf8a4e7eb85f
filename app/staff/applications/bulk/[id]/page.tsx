import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BulkOutcomes } from "@/components/applications/bulk-result";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { bulkResult } from "@/lib/applications/bulk/queries";
import { bulkHref } from "@/lib/applications/schema-bulk";
import { bulkDone } from "@/lib/applications/schema-bulk-words";
import { requireStaff } from "@/lib/auth/session";
import { dateTimeInLondon } from "@/lib/dates";
import { goOn } from "../actions";

export const metadata: Metadata = { title: "What happened to each" };

export default async function BulkResultPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireStaff(`/staff/applications/bulk/${encodeURIComponent(id)}`);
  const result = (await bulkResult(actor, id)) ?? notFound();
  const { cohortName, cohortId, by, at, chosen, done, left, finished, canContinue } = result;
  const rest = chosen - done - left;
  return (
    <>
      <PageHeading
        title={bulkDone(result, done)}
        caption={`${cohortName} · ${by}, ${dateTimeInLondon(at)}${left > 0 ? ` · ${left} left as they were` : ""}`}
        back={{ href: bulkHref({ cohort: cohortId }), label: "Many applications at once" }}
      />
      {finished ? (
        <div className="mb-6">
          <Notice tone="done">
            {left === 0
              ? "Each of them is done. Who gets an e-mail gets it within a minute."
              : `Of ${chosen}, ${done} are done. The others were left as they were; why is said with each.`}
          </Notice>
        </div>
      ) : (
        <div className="mb-7">
          <Notice tone="soon" title={`Not finished: ${rest} of ${chosen} still to do`}>
            {canContinue
              ? "It may still be going on in another tab, or was interrupted. Going on does only what is left: nobody is offered, rejected or reminded twice."
              : `It may still be going on, or was interrupted. ${by} can go on with it from this page.`}
          </Notice>
          {canContinue ? (
            <ActionForm action={goOn.bind(null, id)} submitLabel={`Go on with the other ${rest}`} />
          ) : null}
        </div>
      )}
      <BulkOutcomes result={result} />
      <TakeOut list="bulk-result" query={{ act: id }} />
    </>
  );
}
