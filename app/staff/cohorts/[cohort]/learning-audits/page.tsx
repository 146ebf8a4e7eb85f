import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { AllAverages } from "@/components/learning-audits/averages-page";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { now } from "@/lib/clock";
import { cohortAverages } from "@/lib/learning-audits/averages";
import { cohortTitle, findCohort } from "../find";
import { CohortTabs } from "../tabs";

const TITLE = "Learning audits";

export default async function CohortLearningAuditsPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort, "/learning-audits");
  const modules = (await cohortAverages(actor, cohort.id, now())) ?? notFound();
  return (
    <>
      <PageTitle title={`${TITLE}, ${cohortTitle(cohort)}`} />
      <PageHeading
        title={TITLE}
        caption={cohortTitle(cohort)}
        back={{ href: `/staff/cohorts/${cohort.id}`, label: cohortTitle(cohort) }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="learning-audits" />
      <AllAverages modules={modules} />
      {modules.length > 0 ? (
        <TakeOut list="audit-averages" query={{ cohort: cohort.id }} what="these averages" />
      ) : null}
      <p className="mt-5 max-w-prose">
        What one person sent is on <a href={`/staff/cohorts/${cohort.id}/participants`}>their own page</a>.
      </p>
    </>
  );
}
