import { ChangesList } from "@/components/dashboard/changes-list";
import { firstName, greeting } from "@/components/dashboard/greeting";
import { NextCard } from "@/components/dashboard/next-card";
import { SoonList } from "@/components/dashboard/soon-list";
import { StandingCard } from "@/components/dashboard/standing";
import { SwitchCohort } from "@/components/dashboard/switch-cohort";
import { EngagementCard } from "@/components/engagement/engagement-card";
import { RouteMap } from "@/components/route-map/route-map";
import { PageHeading } from "@/components/ui/page-heading";
import { Still } from "@/components/ui/still";
import { now } from "@/lib/clock";
import { longDate, timeInLondon } from "@/lib/dates";
import type { ParticipantOverview } from "@/lib/engagement/schema";
import { forecastSentence, loggedSentence, overallSentence } from "@/lib/engagement/sentences";
import { monthInWords } from "./month";
import { myRouteMap } from "./rail";

/** The participant's first page: what to do next, where they stand, the route map, what is near, what changed. */
export function Overview({ overview }: { overview: ParticipantOverview }) {
  const { enrolment, engagement, learning, next, soon, today, others, changes } = overview;
  const { programme, cohort, state } = enrolment;
  const hello = `${greeting(Number(timeInLondon(now()).slice(0, 2)))}, ${firstName(enrolment.fullName)}`;
  const caption = `${programme.shortName}, ${cohort.name} cohort · ${monthInWords(overview)} · ${longDate(today)}`;
  const logged = next && loggedSentence(next.milestone);
  return (
    <Still>
      <PageHeading title={hello} caption={caption} />
      <SwitchCohort others={others} />
      <div className="top-cards">
        {state === "active" ? (
          <NextCard
            next={next}
            logged={logged ?? undefined}
            groupName={enrolment.groupName}
            engagement={engagement}
          />
        ) : (
          <StandingCard state={state} />
        )}
        <EngagementCard
          engagement={engagement}
          {...(state === "active" ? { forecast: forecastSentence(engagement) } : {})}
          overall={overallSentence(engagement)}
          learning={learning}
          statement={`/dashboard/statement?cohort=${cohort.id}`}
        />
      </div>
      <section className="card my-7">
        <RouteMap
          {...myRouteMap(overview)}
          heading={
            <>
              <h2>Your route map</h2>
              <a href={`/dashboard/route-map?cohort=${cohort.id}`}>As a list</a>
              {state === "active" ? <a href="/dashboard/calendar">Add to my calendar</a> : null}
            </>
          }
        />
      </section>
      <div className="top-cards">
        {state === "active" ? <SoonList items={soon} milestones={overview.milestones} /> : null}
        <ChangesList changes={changes} cohortId={cohort.id} />
      </div>
      <p className="no-print mt-5">
        <a href="/dashboard/reminders">How often we remind you</a>
      </p>
    </Still>
  );
}
