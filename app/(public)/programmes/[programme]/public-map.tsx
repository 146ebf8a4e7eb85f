import { RouteMap } from "@/components/route-map/route-map";
import { itemsByMonth } from "@/lib/route-map/months";
import { layoutRail, railItem } from "@/lib/route-map/rail";
import type { PublicRouteMap } from "@/lib/route-map/schema";

/**
 * A programme's route map as rail and as list: without anybody's states, so the signs stand for the mode. In the
 * prospectus it leads on to the page of its own.
 */
export function PublicMap({ map, place }: { map: PublicRouteMap; place: "prospectus" | "own-page" }) {
  const { programme, cohort, startsOn } = map;
  const items = map.items.map((item) => railItem(item, { href: `#item-${item.number}` }));
  const whose = cohort ? `the ${cohort.name} cohort` : "a cohort that starts this month";
  return (
    <div className={place === "own-page" ? "card" : "mt-6"}>
      <RouteMap
        layout={layoutRail({ start: startsOn, months: programme.durationMonths, items })}
        groups={itemsByMonth(items)}
        label={`The route map of ${whose}`}
        heading={
          place === "prospectus" ? (
            <>
              <h3>Route map of {whose}</h3>
              <a href={`/programmes/${programme.slug}/route-map`}>Other cohorts, and hours for each month</a>
            </>
          ) : (
            <h2>The whole route map</h2>
          )
        }
        listToo
        fold={place === "prospectus" ? "The same as a list, month by month" : undefined}
      />
    </div>
  );
}
