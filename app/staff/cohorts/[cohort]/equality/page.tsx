import { notFound } from "next/navigation";
import { EqualityTables } from "@/components/applications/equality-tables";
import { PageTitle } from "@/components/engagement/page-title";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { equalityTotals } from "@/lib/applications/equality-queries";
import { now } from "@/lib/clock";
import { longDate } from "@/lib/dates";
import { cohortTitle, findCohort } from "../find";

const TITLE = "Equality totals";

export default async function EqualityTotalsPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort);
  const found = (await equalityTotals(actor, cohort.id, now())) ?? notFound();
  return (
    <>
      <PageTitle title={`${TITLE}, ${cohortTitle(cohort)}`} />
      <PageHeading
        title={TITLE}
        caption={cohortTitle(cohort)}
        back={{ href: `/staff/cohorts/${cohort.id}`, label: cohortTitle(cohort) }}
      />
      <p className="mb-6 max-w-prose">
        What applicants answered to the optional equality questions, as totals. A number below five is hidden,
        and so is whatever it could be worked out from. Who prefers not to say is not counted.
      </p>
      {"totals" in found ? (
        <>
          <EqualityTables totals={found.totals} />
          <TakeOut list="equality" query={{ cohort: cohort.id }} what="these totals" />
        </>
      ) : (
        <p className="max-w-prose">
          They are shown once applications have closed
          {found.closesOn ? ` (${longDate(found.closesOn)})` : ""}: before that, two looks at the totals would
          tell what the latest applicant said.
        </p>
      )}
    </>
  );
}
