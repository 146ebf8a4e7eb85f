import { notFound } from "next/navigation";
import { ReportTable } from "@/components/applications/registration-report";
import { PageTitle } from "@/components/engagement/page-title";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { registrationReport } from "@/lib/applications/registrations/queries";
import { OUTCOME_WORDS, OUTCOMES } from "@/lib/applications/schema-registrations";
import { cohortTitle, findCohort } from "../../find";

type Props = {
  params: Promise<{ cohort: string; upload: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RegistrationReportPage({ params, searchParams }: Props) {
  const { cohort: cohortId, upload } = await params;
  const { actor, cohort } = await findCohort(cohortId, `/registrations/${encodeURIComponent(upload)}`);
  const report = (await registrationReport(actor, cohort.id, upload)) ?? notFound();
  const { done } = await searchParams;
  const home = `/staff/cohorts/${cohort.id}/registrations`;
  const { counts } = report;
  const fresh = counts.matched + counts.unmatched + counts.conflict > 0;
  const told = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  return (
    <>
      <PageTitle title={`${report.fileName}, ${cohortTitle(cohort)}`} />
      <PageHeading
        title={report.fileName}
        caption={`${cohortTitle(cohort)} · imported by ${report.by}, ${report.at}`}
        back={{ href: home, label: "DfE registrations" }}
      />
      {done === "taken" ? (
        <Notice tone={fresh ? "done" : "info"} title={fresh ? "The list is imported" : "Nothing new"}>
          {fresh
            ? "What became of every line is below."
            : "Nothing of this list was imported now. What is known of every line is below."}
        </Notice>
      ) : null}
      <ul className="my-5 list-disc pl-6">
        {told.map((outcome) => (
          <li key={outcome}>
            <strong>{counts[outcome]}</strong> {OUTCOME_WORDS[outcome]}
          </li>
        ))}
      </ul>
      <ReportTable lines={report.lines} />
      <TakeOut list="registrations" query={{ cohort: cohort.id, upload }} what="this report" />
    </>
  );
}
