import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Contents } from "@/components/prospectus/contents";
import { Hero } from "@/components/prospectus/hero";
import { Prose } from "@/components/prospectus/prose";
import { now } from "@/lib/clock";
import { cohortSituation } from "@/lib/cohorts/queries";
import { renderMarkdown } from "@/lib/markdown";
import { prospectus } from "@/lib/programmes/queries";
import { publicRouteMap } from "@/lib/route-map/queries";
import { shareable } from "../../shareable";
import { CourseFacts } from "./course-facts";
import { SectionExtra } from "./section-extra";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await prospectus((await params).programme, now());
  if (!found) return {};
  const { title, shortName, summary: description, slug } = found;
  return shareable({ title: `${title} (${shortName})`, description, path: `/programmes/${slug}` });
}

export default async function ProspectusPage({ params }: Props) {
  const at = now();
  const { programme: slug } = await params;
  const programme = await prospectus(slug, at);
  if (!programme) notFound();
  const [situation, routeMap] = await Promise.all([
    cohortSituation(programme.id, at),
    publicRouteMap(slug, undefined, at),
  ]);
  return (
    <>
      <CourseFacts programme={programme} />
      <Hero programme={programme} situation={situation} />
      <div className="wrap prospectus">
        <Contents entries={programme.sections} />
        <div className="min-w-0">
          {programme.sections.map((section) => (
            <section key={section.key} id={section.key} className="prospectus-section">
              <h2>{section.heading}</h2>
              <Prose html={renderMarkdown(section.body)} />
              <SectionExtra section={section.key} programme={programme} routeMap={routeMap} />
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
