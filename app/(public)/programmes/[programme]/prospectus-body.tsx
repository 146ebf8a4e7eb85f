import { Contents } from "@/components/prospectus/contents";
import { Hero } from "@/components/prospectus/hero";
import { Prose } from "@/components/prospectus/prose";
import type { CohortSituation } from "@/lib/cohorts/schema";
import type { PublicNotice } from "@/lib/funding/queries";
import { renderMarkdown } from "@/lib/markdown";
import type { Prospectus } from "@/lib/programmes/schema";
import type { PublicRouteMap } from "@/lib/route-map/schema";
import type { NextWebinar } from "@/lib/webinars/views";
import { SectionExtra } from "./section-extra";

/** The prospectus as it is read, from what is public or from a draft. */
export function ProspectusBody({
  programme,
  situation,
  routeMap,
  notices,
  webinar,
}: {
  programme: Prospectus;
  situation: CohortSituation;
  routeMap: PublicRouteMap | null;
  notices: readonly PublicNotice[];
  webinar?: NextWebinar | null;
}) {
  return (
    <>
      <Hero programme={programme} situation={situation} items={routeMap?.items ?? []} webinar={webinar} />
      <div className="wrap prospectus">
        <Contents entries={programme.sections} />
        <div className="min-w-0">
          {programme.sections.map((section) => (
            <section key={section.key} id={section.key} className="prospectus-section">
              <h2>{section.heading}</h2>
              <Prose html={renderMarkdown(section.body)} />
              <SectionExtra section={section.key} {...{ programme, situation, routeMap, notices }} />
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
