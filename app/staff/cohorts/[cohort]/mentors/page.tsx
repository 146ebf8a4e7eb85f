import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { MentorFilter } from "@/components/mentoring/mentor-filter";
import { MentorTable } from "@/components/mentoring/mentor-table";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { now } from "@/lib/clock";
import { cohortMentors } from "@/lib/mentoring/cohort-mentors";
import { mentorsQuestion } from "@/lib/mentoring/schema";
import { cohortTitle, findCohort } from "../find";
import { CohortTabs } from "../tabs";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CohortMentorsPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/mentors");
  const question = mentorsQuestion.parse(await searchParams);
  const list = (await cohortMentors(actor, cohort.id, question, now())) ?? notFound();
  const home = `/staff/cohorts/${cohort.id}`;
  return (
    <>
      <PageTitle title={`Mentors, ${cohortTitle(cohort)}`} />
      <PageHeading
        title="Mentors"
        caption={cohortTitle(cohort)}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="mentors" />
      <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
        <MentorFilter home={`${home}/mentors`} show={question.show} counts={list.counts} />
        <a href={`${home}/impact-reports`}>Impact reports</a>
      </div>
      {list.rows.length === 0 ? (
        <p>
          {question.show === "attention"
            ? "Every participant has a mentor who can be reached and has answered in time."
            : "There are none of these."}
        </p>
      ) : (
        <>
          <MentorTable rows={list.rows} home={home} />
          <TakeOut list="mentors" query={{ cohort: cohort.id, show: question.show }} />
        </>
      )}
      <PagesNav
        page={list.page}
        pages={list.pages}
        address={(page) => `${home}/mentors?show=${question.show}&page=${page}`}
      />
    </>
  );
}
