import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { now } from "@/lib/clock";
import { cohortSituation } from "@/lib/cohorts/queries";
import { publicNotices } from "@/lib/funding/queries";
import { prospectus } from "@/lib/programmes/queries";
import { publicRouteMap } from "@/lib/route-map/queries";
import { nextWebinar } from "@/lib/webinars/queries";
import { shareable } from "../../shareable";
import { CourseFacts } from "./course-facts";
import { ProspectusBody } from "./prospectus-body";

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
  const [situation, routeMap, notices, webinar] = await Promise.all([
    cohortSituation(programme.id, at),
    publicRouteMap(slug, undefined, at),
    publicNotices(programme.id, at),
    nextWebinar(programme.id, at),
  ]);
  return (
    <>
      <CourseFacts programme={programme} />
      <ProspectusBody {...{ programme, situation, routeMap, notices, webinar }} />
    </>
  );
}
