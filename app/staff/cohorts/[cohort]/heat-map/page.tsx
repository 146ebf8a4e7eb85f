import { notFound } from "next/navigation";
import { HeatMapTable } from "@/components/engagement/heat-map";
import { HeatMapCounts } from "@/components/engagement/heat-map-counts";
import { PageTitle } from "@/components/engagement/page-title";
import { ParticipantFilter } from "@/components/engagement/participant-filter";
import { StillMade } from "@/components/engagement/still-made";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { now } from "@/lib/clock";
import { heatMap } from "@/lib/engagement/heat-map";
import { engagementAddress, engagementQuestion } from "@/lib/engagement/schema";
import { cohortTitle, findCohort } from "../find";
import { CohortTabs } from "../tabs";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HeatMapPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/heat-map");
  const question = engagementQuestion.parse(await searchParams);
  const map = (await heatMap(actor, cohort.id, question, now())) ?? notFound();
  const home = `/staff/cohorts/${cohort.id}`;
  const own = `${home}/heat-map`;
  return (
    <>
      <PageTitle title={`Heat map, ${cohortTitle(cohort)}`} />
      <PageHeading
        title="Heat map"
        caption={`${cohortTitle(cohort)} · people by milestone`}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="heat-map" />
      <StillMade upToDate={map.cohort.upToDate} />
      <HeatMapCounts map={map} />
      <div className="heat-map-wide">
        <ParticipantFilter home={own} question={question} groups={map.groups} />
      </div>
      {map.total === 0 ? (
        <p className="heat-map-wide">Nobody is found by that.</p>
      ) : (
        <HeatMapTable map={map} home={home} />
      )}
      <div className="heat-map-wide">
        <PagesNav
          page={map.page}
          pages={map.pages}
          address={(page) => engagementAddress(own, question, { page })}
        />
        {map.total > 0 ? (
          <TakeOut list="heat-map" query={{ ...question, cohort: cohort.id }} what="all rows" />
        ) : null}
      </div>
    </>
  );
}
