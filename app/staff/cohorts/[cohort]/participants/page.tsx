import { notFound } from "next/navigation";
import { CohortTabs } from "@/components/engagement/cohort-tabs";
import { EngagementTable } from "@/components/engagement/engagement-table";
import { EngagementTicks } from "@/components/engagement/engagement-ticks";
import { PageTitle } from "@/components/engagement/page-title";
import { ParticipantFilter } from "@/components/engagement/participant-filter";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav } from "@/components/ui/pages-nav";
import { now } from "@/lib/clock";
import { dayInLondon } from "@/lib/dates";
import { cohortEngagement } from "@/lib/engagement/queries";
import { engagementAddress, engagementQuestion, isFiltered } from "@/lib/engagement/schema";
import { cohortTitle, findCohort } from "../find";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ParticipantsPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/participants");
  const asked = await searchParams;
  const question = engagementQuestion.parse(asked);
  const ticked = asked.ticked === "all";
  const at = now();
  const list = (await cohortEngagement(actor, cohort.id, question, at)) ?? notFound();
  const { total, page, pages, groups } = list;
  const home = `/staff/cohorts/${cohort.id}`;
  const address = (number: number) => engagementAddress(`${home}/participants`, question, { page: number });
  const filtered = isFiltered(question);
  return (
    <>
      <PageTitle title={`Participants, ${cohortTitle(cohort)}`} />
      <PageHeading
        title="Participants"
        caption={`${cohortTitle(cohort)} · ${total} ${total === 1 ? "person" : "people"}${filtered ? " found" : ""}`}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <CohortTabs cohortId={cohort.id} current="participants" />
      <ParticipantFilter home={`${home}/participants`} question={question} groups={groups} />
      {total === 0 ? (
        <p>{filtered ? "Nobody is found by that." : "Nobody is enrolled yet."}</p>
      ) : (
        <EngagementTicks home={home} address={address(page)} ticked={ticked}>
          <EngagementTable list={list} home={home} today={dayInLondon(at)} ticked={ticked} />
        </EngagementTicks>
      )}
      <PagesNav page={page} pages={pages} address={address} />
    </>
  );
}
