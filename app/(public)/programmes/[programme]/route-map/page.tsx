import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MonthLoad } from "@/components/route-map/month-load";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { hoursAndMinutes, monthAndYear } from "@/lib/dates";
import { hoursByMonth } from "@/lib/route-map/months";
import { publicRouteMap } from "@/lib/route-map/queries";
import { PublicMap } from "../public-map";
import { CohortChoice } from "./cohort-choice";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ cohort?: string | string[] }>;
};

export const metadata: Metadata = { title: "Route map" };

export default async function RouteMapPage({ params, searchParams }: Props) {
  const { cohort } = await searchParams;
  const map = await publicRouteMap(
    (await params).programme,
    Array.isArray(cohort) ? cohort[0] : cohort,
    now(),
  );
  if (!map) notFound();
  const { programme } = map;
  const months = hoursByMonth(map.startsOn, map.items);
  const whole = months.reduce((sum, month) => sum + month.minutes, 0);
  return (
    <div className="wrap">
      <PageHeading
        title={`${programme.shortName} route map`}
        caption={`${map.cohort ? `${map.cohort.name} cohort` : "The next cohort"}, from ${monthAndYear(map.startsOn)}`}
        back={{ href: `/programmes/${programme.slug}`, label: `${programme.title} (${programme.shortName})` }}
      />
      <CohortChoice map={map} />
      <PublicMap map={map} place="own-page" />
      <section className="mt-12" aria-labelledby="load">
        <h2 id="load">What a month asks of you</h2>
        <p className="mt-2 max-w-prose text-muted">
          Hours of the route map, month by month and to the nearest half hour, so that you can plan around
          term. An item that runs over several months is spread evenly over them. The items come to{" "}
          {hoursAndMinutes(whole)}; the prospectus groups the parts differently, and its own sum is under{" "}
          <a href={`/programmes/${programme.slug}#how-long`}>How long it takes</a>.
        </p>
        <MonthLoad months={months} />
      </section>
    </div>
  );
}
