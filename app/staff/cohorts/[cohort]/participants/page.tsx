import { notFound } from "next/navigation";
import { EngagementTable } from "@/components/engagement/engagement-table";
import { EngagementTicks } from "@/components/engagement/engagement-ticks";
import { PageTitle } from "@/components/engagement/page-title";
import { ParticipantFilter } from "@/components/engagement/participant-filter";
import { StillMade } from "@/components/engagement/still-made";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { dayInLondon } from "@/lib/dates";
import { cohortEngagement } from "@/lib/engagement/queries";
import { engagementAddress, engagementQuestion, isFiltered } from "@/lib/engagement/schema";
import { CohortTabs } from "../tabs";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** For the cohort's managers; a facilitator finds their own groups' people here, and no way further. */
export default async function ParticipantsPage({ params, searchParams }: Props) {
  const { cohort: cohortId } = await params;
  const actor = await requireStaff(`/staff/cohorts/${encodeURIComponent(cohortId)}/participants`);
  const asked = await searchParams;
  const question = engagementQuestion.parse(asked);
  const ticked = asked.ticked === "all";
  const at = now();
  const list = (await cohortEngagement(actor, cohortId, question, at)) ?? notFound();
  const { total, page, pages, groups, manages, cohort } = list;
  const home = `/staff/cohorts/${cohort.id}`;
  const title = `${cohort.programmeShortName}, ${cohort.name}`;
  const address = (number: number) => engagementAddress(`${home}/participants`, question, { page: number });
  const filtered = isFiltered(question);
  const table = <EngagementTable list={list} home={home} today={dayInLondon(at)} ticked={ticked} />;
  return (
    <>
      <PageTitle title={`Participants, ${title}`} />
      <PageHeading
        title="Participants"
        caption={`${title} · ${total} ${total === 1 ? "person" : "people"}${filtered ? " found" : ""}${manages ? "" : " in your groups"}`}
        back={manages ? { href: home, label: title } : { href: "/staff/groups", label: "Your groups" }}
      />
      {manages ? <CohortTabs actor={actor} cohortId={cohort.id} current="participants" /> : null}
      <ParticipantFilter home={`${home}/participants`} question={question} groups={groups} />
      <StillMade upToDate={cohort.upToDate} />
      {total === 0 ? <p>{filtered ? "Nobody is found by that." : "Nobody is enrolled yet."}</p> : null}
      {total > 0 && manages ? (
        <EngagementTicks
          home={home}
          address={address(page)}
          ticked={ticked}
          reason={question.show === "any" || question.show === "" ? undefined : question.show}
        >
          {table}
        </EngagementTicks>
      ) : null}
      {total > 0 && !manages ? table : null}
      <PagesNav page={page} pages={pages} address={address} />
      {total > 0 ? <TakeOut list="participants" query={{ ...question, cohort: cohort.id }} /> : null}
    </>
  );
}
