import { notFound } from "next/navigation";
import { CohortTabs } from "@/components/engagement/cohort-tabs";
import { EngagementTable } from "@/components/engagement/engagement-table";
import { PageTitle } from "@/components/engagement/page-title";
import { ParticipantFilter } from "@/components/engagement/participant-filter";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav } from "@/components/ui/pages-nav";
import { now } from "@/lib/clock";
import { dayInLondon } from "@/lib/dates";
import { cohortEngagement } from "@/lib/engagement/queries";
import { engagementQuestion } from "@/lib/engagement/schema";
import { cohortTitle, findCohort } from "../find";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ParticipantsPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/participants");
  const question = engagementQuestion.parse(await searchParams);
  const list = (await cohortEngagement(actor, cohort.id, question, now())) ?? notFound();
  const { total, page, pages } = list;
  const home = `/staff/cohorts/${cohort.id}`;
  const address = (change: { page?: number; sort?: string }) => {
    const { q, sort } = { ...question, ...change };
    const query = new URLSearchParams({ ...(q ? { q } : {}), sort, page: String(change.page ?? 1) });
    return `${home}/participants?${query}`;
  };
  return (
    <>
      <PageTitle title={`Participants, ${cohortTitle(cohort)}`} />
      <PageHeading
        title="Participants"
        caption={`${cohortTitle(cohort)} · ${total} ${total === 1 ? "person" : "people"}${question.q ? " found" : ""}`}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <CohortTabs cohortId={cohort.id} current="participants" />
      <ParticipantFilter home={`${home}/participants`} question={question} />
      {total === 0 ? (
        <p>{question.q ? "Nobody is found by that name or school." : "Nobody is enrolled yet."}</p>
      ) : (
        <EngagementTable list={list} home={home} address={address} today={dayInLondon(now())} />
      )}
      <PagesNav page={page} pages={pages} address={(number) => address({ page: number })} />
    </>
  );
}
