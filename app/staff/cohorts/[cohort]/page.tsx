import { PageTitle } from "@/components/engagement/page-title";
import { StatLinks } from "@/components/engagement/stat-links";
import { StillMade } from "@/components/engagement/still-made";
import { StaffEventTable } from "@/components/registers/staff-event-table";
import { RouteMap } from "@/components/route-map/route-map";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { monthAndYear } from "@/lib/dates";
import { cohortStanding } from "@/lib/engagement/cohort-standing";
import { eventsOfCohort } from "@/lib/events/queries";
import { cohortTitle, findCohort } from "./find";
import { cohortRouteMap } from "./rail";
import { StandingNotice } from "./standing-notice";
import { CohortTabs } from "./tabs";

/** How many events the overview shows; the rest are a page of their own. */
const SHOWN = 8;

type Props = { params: Promise<{ cohort: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function CohortPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort);
  const { done } = await searchParams;
  const at = now();
  const [standing, events] = await Promise.all([
    cohortStanding(actor, cohort.id, at),
    eventsOfCohort(actor, cohort.id, at),
  ]);
  const toTake = events.filter(({ over, marked }) => over && marked === 0);
  const ahead = [...toTake, ...events.filter(({ over }) => !over)];
  const home = `/staff/cohorts/${cohort.id}`;
  return (
    <>
      <PageTitle title={cohortTitle(cohort)} />
      <PageHeading
        title={cohortTitle(cohort)}
        caption={`Starts in ${monthAndYear(cohort.startsOn)} · ${cohort.placesTaken} of ${cohort.capacity} places taken · ${cohort.fundedTaken} of ${cohort.fundedPlaces} funded`}
        back={{ href: "/staff/cohorts", label: "Cohorts" }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="overview" />
      <StandingNotice cohort={cohort} done={String(done)} />
      <StillMade upToDate={standing?.upToDate ?? true} />
      {standing ? <StatLinks home={home} standing={standing} registersToTake={toTake.length} /> : null}
      <section className="mt-8">
        <h2 className="mb-3">Registers to take, and what is coming</h2>
        {ahead.length === 0 ? (
          <p className="mb-3 text-muted">No register is waiting and no event is planned.</p>
        ) : null}
        {ahead.length > 0 ? <StaffEventTable events={ahead.slice(0, SHOWN)} /> : null}
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
          {events.length > 0 ? <a href={`${home}/events`}>{all(events.length)}</a> : null}
          <a href={`${home}/events/new`}>Add an event</a>
          <a href={`${home}/needs`}>Access and food</a>
          <a href={`${home}/equality`}>Equality totals</a>
          <a href={`${home}/edit`}>Name, places and days to apply</a>
          {cohort.state === "archived" ? null : <a href={`${home}/archive`}>Archive the cohort</a>}
        </p>
      </section>
      <section className="card my-7">
        {standing ? (
          <RouteMap {...cohortRouteMap(cohort, standing, at)} listToo heading={<h2>Route map</h2>} />
        ) : null}
        {cohort.state === "archived" ? null : (
          <p className="no-print mt-4 flex flex-wrap gap-x-6 gap-y-1">
            <a href={`${home}/milestones`}>Edit the milestones</a>
            <a href={`${home}/compare`}>Compare with the template</a>
          </p>
        )}
      </section>
    </>
  );
}

const all = (count: number) => (count === 1 ? "The one event" : `All ${count} events`);
