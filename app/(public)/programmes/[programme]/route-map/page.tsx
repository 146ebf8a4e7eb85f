import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MonthLoad } from "@/components/route-map/month-load";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { hoursAndMinutes, monthAndYear } from "@/lib/dates";
import { filtered, filterFrom, filterInWords } from "@/lib/route-map/filter";
import { hoursByMonth } from "@/lib/route-map/months";
import { publicRouteMap } from "@/lib/route-map/queries";
import { shareable } from "../../../shareable";
import { PublicMap } from "../public-map";
import { CohortChoice } from "./cohort-choice";
import { Downloads } from "./downloads";
import { MapFilter } from "./map-filter";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const map = await publicRouteMap((await params).programme, undefined, now());
  if (!map) return {};
  const { shortName, title, slug, durationMonths } = map.programme;
  return shareable({
    title: `${shortName} route map`,
    description: `Every item of ${title} (${shortName}) over ${durationMonths} months: what it is, when it is, and the hours it asks, month by month.`,
    path: `/programmes/${slug}/route-map`,
  });
}

export default async function RouteMapPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const cohort = one(asked.cohort);
  const map = await publicRouteMap((await params).programme, cohort, now());
  if (!map) notFound();
  const { programme } = map;
  const filter = filterFrom(asked);
  const shown = filterInWords(filter);
  const items = filtered(map.items, filter);
  const months = hoursByMonth(map.startsOn, items);
  const whole = months.reduce((sum, month) => sum + month.minutes, 0);
  const modules = [...new Set(map.items.flatMap(({ module }) => module ?? []))].toSorted();
  return (
    <div className="wrap">
      <PageHeading
        title={`${programme.shortName} route map`}
        caption={`${map.cohort ? `${map.cohort.name} cohort` : "The next cohort"}, from ${monthAndYear(map.startsOn)}`}
        back={{ href: `/programmes/${programme.slug}`, label: `${programme.title} (${programme.shortName})` }}
      />
      <CohortChoice map={map} />
      <MapFilter modules={modules} cohort={cohort} filter={filter} />
      {items.length === 0 ? (
        <p className="card">Nothing on this route map is both. Choose another module or another way.</p>
      ) : (
        <PublicMap map={map} shown={items} place="own-page" title={shown ?? undefined} />
      )}
      <Downloads slug={programme.slug} cohort={cohort} />
      {whole > 0 ? (
        <section className="mt-12" aria-labelledby="load">
          <h2 id="load">What a month asks of you{shown ? `: ${shown}` : ""}</h2>
          <p className="mt-2 max-w-prose text-muted">
            Hours of the route map, month by month and to the nearest half hour, so that you can plan around
            term. An item that runs over several months is spread evenly over them. The items come to{" "}
            {hoursAndMinutes(whole)}; the prospectus groups the parts differently, and its own sum is under{" "}
            <a href={`/programmes/${programme.slug}#how-long`}>How long it takes</a>.
          </p>
          <MonthLoad months={months} />
        </section>
      ) : null}
    </div>
  );
}
