import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { ModuleReportParts } from "@/components/evaluations/module-report";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { evaluationsOfCohort } from "@/lib/evaluations/queries";
import { cohortTitle, findCohort } from "../find";
import { CohortTabs } from "../tabs";

const TITLE = "Evaluations";

export default async function CohortEvaluationsPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort, "/evaluations");
  const reports = (await evaluationsOfCohort(actor, cohort.id)) ?? notFound();
  return (
    <>
      <PageTitle title={`${TITLE}, ${cohortTitle(cohort)}`} />
      <PageHeading
        title={TITLE}
        caption={cohortTitle(cohort)}
        back={{ href: `/staff/cohorts/${cohort.id}`, label: cohortTitle(cohort) }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="evaluations" />
      <div className="mb-8 max-w-prose">
        <p className="mb-3">
          What participants said at the end of each module. It is anonymous: nothing leads from an answer to
          the person, or to their other answers.
        </p>
        <p className="text-muted">
          Answers are added five people at a time, so up to four may be waiting for a fifth. A question that
          fewer than five people answered shows nothing. What people wrote is in no order.
        </p>
      </div>
      {reports.length === 0 ? <p>This cohort’s route map has no evaluation.</p> : null}
      {reports.map((report) => (
        <ModuleReportParts key={report.milestoneId} report={report} />
      ))}
      {reports.some(({ people }) => people > 0) ? (
        <TakeOut list="evaluations" query={{ cohort: cohort.id }} what="these reports" />
      ) : null}
    </>
  );
}
