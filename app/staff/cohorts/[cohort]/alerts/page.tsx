import { notFound } from "next/navigation";
import { AlertTable } from "@/components/engagement/alert-table";
import { AlertViews } from "@/components/engagement/alert-views";
import { EngagementTicks } from "@/components/engagement/engagement-ticks";
import { PageTitle } from "@/components/engagement/page-title";
import { StillMade } from "@/components/engagement/still-made";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { now } from "@/lib/clock";
import { dayInLondon } from "@/lib/dates";
import { cohortAlerts } from "@/lib/engagement/cohort-alerts";
import { alertQuestion } from "@/lib/engagement/schema";
import { cohortTitle, findCohort } from "../find";
import { CohortTabs } from "../tabs";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AlertsPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/alerts");
  const given = await searchParams;
  const asked = alertQuestion.parse(given);
  const ticked = given.ticked === "all";
  const at = now();
  const list = (await cohortAlerts(actor, cohort.id, asked, at)) ?? notFound();
  const { rows, total, page, pages, counts } = list;
  const home = `/staff/cohorts/${cohort.id}`;
  const address = (number: number) => `${home}/alerts?show=${asked.show}&page=${number}`;
  return (
    <>
      <PageTitle title={`Early alerts, ${cohortTitle(cohort)}`} />
      <PageHeading
        title="Early alerts"
        caption={`${cohortTitle(cohort)} · ${total} ${total === 1 ? "person" : "people"}, the most urgent first`}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="alerts" />
      <StillMade upToDate={list.cohort.upToDate} />
      <AlertViews
        home={`${home}/alerts`}
        show={asked.show}
        everybody={asked.show === "any" ? total : undefined}
        counts={counts}
      />
      {total === 0 ? (
        <p>
          Nobody who is taking part has a reason for an alert{asked.show === "any" ? "" : " of this kind"}.
        </p>
      ) : (
        <EngagementTicks
          home={home}
          address={address(page)}
          ticked={ticked}
          reason={asked.show === "any" ? undefined : asked.show}
        >
          <AlertTable {...{ rows, home, ticked }} today={dayInLondon(at)} />
        </EngagementTicks>
      )}
      <PagesNav page={page} pages={pages} address={address} />
      {total > 0 ? <TakeOut list="alerts" query={{ cohort: cohort.id, show: asked.show }} /> : null}
      <p className="no-print mt-5 max-w-prose text-muted">
        “Since” is worked out from what is recorded today. Somebody is quiet only while something is open or
        overdue for them; who has deferred, withdrawn or completed is not here.
      </p>
    </>
  );
}
