import { Areas } from "@/components/prospectus/areas";
import { HoursTable } from "@/components/prospectus/hours-table";
import { FeeSum, KeyDates } from "@/components/prospectus/key-dates";
import { ScholarshipNews } from "@/components/prospectus/scholarship-news";
import { Voices } from "@/components/prospectus/voices";
import type { CohortSituation } from "@/lib/cohorts/schema";
import type { PublicNotice } from "@/lib/funding/queries";
import { renderMarkdown } from "@/lib/markdown";
import type { Prospectus } from "@/lib/programmes/schema";
import type { PublicRouteMap } from "@/lib/route-map/schema";
import { PublicMap } from "./public-map";

/** What a section shows from rows of its own, under its text. Sections are known by their key. */
export function SectionExtra({
  section,
  programme,
  situation,
  routeMap,
  notices,
}: {
  section: string;
  programme: Prospectus;
  situation: CohortSituation;
  routeMap: PublicRouteMap | null;
  notices: readonly PublicNotice[];
}) {
  switch (section) {
    case "what-you-will-learn":
      return <Areas areas={programme.areas.map((area) => ({ ...area, html: renderMarkdown(area.body) }))} />;
    case "is-it-for-me":
      return (
        <p>
          <a href={`/programmes/${programme.slug}/is-it-for-me`}>Answer a few questions to find out</a>
        </p>
      );
    case "how-long":
      return <HoursTable rows={programme.hours} />;
    case "start-and-cost":
      return (
        <>
          <FeeSum programme={programme} />
          {routeMap ? <KeyDates map={routeMap} {...{ programme, situation }} /> : null}
        </>
      );
    case "scholarships":
      return (
        <ScholarshipNews
          slug={programme.slug}
          notices={notices.map(({ id, since, body }) => ({ id, since, html: renderMarkdown(body) }))}
        />
      );
    case "what-leaders-say":
      return (
        <Voices voices={programme.voices.map(({ who, report }) => ({ who, html: renderMarkdown(report) }))} />
      );
    case "route-map":
      return routeMap ? <PublicMap map={routeMap} place="prospectus" /> : null;
    default:
      return null;
  }
}
