import { PageTitle } from "@/components/engagement/page-title";
import { EventFilter } from "@/components/registers/event-filter";
import { StaffEventTable } from "@/components/registers/staff-event-table";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { now } from "@/lib/clock";
import { eventsOfCohort } from "@/lib/events/queries";
import { eventsQuestion } from "@/lib/events/schema";
import { showing } from "@/lib/events/showing";
import { cohortTitle, findCohort } from "../find";
import { CohortTabs } from "../tabs";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CohortEventsPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/events");
  const { show } = eventsQuestion.parse({ show: "all", ...(await searchParams) });
  const all = await eventsOfCohort(actor, cohort.id, now());
  const events = showing(all, show);
  const home = `/staff/cohorts/${cohort.id}`;
  return (
    <>
      <PageTitle title={`Events, ${cohortTitle(cohort)}`} />
      <PageHeading
        title="Events"
        caption={`${cohortTitle(cohort)} · ${all.length} in all`}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="events" />
      <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
        <EventFilter home={`${home}/events`} show={show} />
        <ButtonLink href={`${home}/events/new`} variant="secondary" small>
          Add an event
        </ButtonLink>
      </div>
      {events.length === 0 ? (
        <p>There are none of these.</p>
      ) : (
        <>
          <StaffEventTable events={events} />
          <TakeOut list="events" query={{ cohort: cohort.id, show }} />
        </>
      )}
      {all.some(({ marked }) => marked > 0) ? (
        <TakeOut list="attendance" query={{ cohort: cohort.id }} what="all marks of their registers" />
      ) : null}
    </>
  );
}
