import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { ReportText } from "@/components/mentoring/report-text";
import { PageHeading } from "@/components/ui/page-heading";
import { longDate } from "@/lib/dates";
import { impactReport } from "@/lib/mentoring/reports";
import { fullTitle } from "@/lib/route-map/schema";
import { cohortTitle, findCohort } from "../../find";

export default async function ImpactReportPage({
  params,
}: {
  params: Promise<{ cohort: string; report: string }>;
}) {
  const { cohort: cohortId, report: id } = await params;
  const { actor, cohort } = await findCohort(cohortId, `/impact-reports/${encodeURIComponent(id)}`);
  const report = (await impactReport(actor, cohort.id, id)) ?? notFound();
  const title = `${fullTitle(report)}: ${report.fullName}`;
  return (
    <div className="max-w-prose">
      <PageTitle title={`${title}, ${cohortTitle(cohort)}`} />
      <PageHeading
        title={title}
        caption={`${cohortTitle(cohort)} · ${report.workplace}`}
        back={{ href: `/staff/cohorts/${cohort.id}/impact-reports`, label: "Impact reports" }}
      />
      <p className="mb-6">
        By {report.mentorName}, {report.mentorJob}, on {longDate(report.submittedOn)}. The participant does
        not read it.
      </p>
      <ReportText answers={report.answers} />
    </div>
  );
}
