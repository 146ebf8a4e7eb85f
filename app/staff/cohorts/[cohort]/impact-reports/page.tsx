import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { ReportTable } from "@/components/mentoring/report-table";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { now } from "@/lib/clock";
import { cohortReports } from "@/lib/mentoring/reports";
import { reportsQuestion } from "@/lib/mentoring/schema";
import { cohortTitle, findCohort } from "../find";
import { CohortTabs } from "../tabs";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImpactReportsPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/impact-reports");
  const { page } = reportsQuestion.parse(await searchParams);
  const list = (await cohortReports(actor, cohort.id, page, now())) ?? notFound();
  const home = `/staff/cohorts/${cohort.id}`;
  return (
    <>
      <PageTitle title={`Impact reports, ${cohortTitle(cohort)}`} />
      <PageHeading
        title="Impact reports"
        caption={cohortTitle(cohort)}
        back={{ href: `${home}/mentors`, label: "Mentors" }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="mentors" />
      {list.inSoFar.map(({ module, submitted, asked }) => (
        <p key={module ?? 0} className="mb-1">
          {module ? `After module ${module}` : "After the programme"}: <strong>{submitted}</strong> of {asked}{" "}
          are in.
        </p>
      ))}
      {list.rows.length === 0 ? (
        <p className="mt-4">
          {list.inSoFar.length === 0
            ? "No report has been asked for yet: mentors are asked when the window opens, after modules 2 and 3."
            : "No report is in yet."}
        </p>
      ) : (
        <>
          <div className="mt-5">
            <ReportTable rows={list.rows} home={home} />
          </div>
          <TakeOut list="impact-reports" query={{ cohort: cohort.id }} what="all reports" />
        </>
      )}
      <PagesNav
        page={list.page}
        pages={list.pages}
        address={(number) => `${home}/impact-reports?page=${number}`}
      />
    </>
  );
}
