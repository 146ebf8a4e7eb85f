import type { Metadata } from "next";
import { ModuleList } from "@/components/dashboard/module-list";
import { NoPlaceYet } from "@/components/dashboard/standing";
import { Rail } from "@/components/route-map/rail";
import { RouteKey } from "@/components/route-map/route-key";
import { Sprite } from "@/components/route-map/sprite";
import { PageHeading } from "@/components/ui/page-heading";
import { Still } from "@/components/ui/still";
import { byModule } from "@/lib/engagement/by-module";
import { overallSentence } from "@/lib/engagement/sentences";
import { findOverview, type Search } from "../find";
import { Frame } from "../frame";
import { monthInWords } from "../month";
import { myRouteMap, signsOf } from "../rail";

export const metadata: Metadata = { title: "Your route map" };

export default async function MyRouteMapPage({ searchParams }: { searchParams: Search }) {
  const { actor, overview } = await findOverview("/dashboard/route-map", searchParams);
  if (!overview) {
    return (
      <Frame actor={actor} current="/dashboard/route-map">
        <PageHeading title="Your route map" />
        <NoPlaceYet />
      </Frame>
    );
  }
  const { programme, cohort } = overview.enrolment;
  const { layout, label } = myRouteMap(overview);
  const signs = signsOf(overview);
  return (
    <Frame actor={actor} current="/dashboard/route-map">
      <Still>
        <PageHeading
          title="Your route map"
          caption={`${programme.shortName}, ${cohort.name} cohort · ${monthInWords(overview)}. ${overallSentence(overview.engagement)}`}
        />
        <p className="no-print mb-5 flex flex-wrap gap-x-6 gap-y-1">
          <a href={`/dashboard/study?cohort=${cohort.id}`}>Your study log</a>
          <a href={`/dashboard/statement?cohort=${cohort.id}`}>Statement of engagement</a>
        </p>
        <div className="route-map">
          <Sprite signs={signs} />
          <section className="card mb-7">
            <div className="route-head">
              <RouteKey signs={signs} />
            </div>
            <Rail layout={layout} label={label} decorative />
          </section>
          {byModule(overview.milestones).map((part) => (
            <ModuleList key={part.title} part={part} />
          ))}
        </div>
      </Still>
    </Frame>
  );
}
