import { RouteMap } from "@/components/route-map/route-map";
import { itemsByMonth } from "@/lib/route-map/months";
import { layoutRail, railItem } from "@/lib/route-map/rail";
import type { PublicRouteMap } from "@/lib/route-map/schema";

/**
 * A programme's route map as rail and as list: without anybody's states, so the signs stand for the mode. In the
 * prospectus it leads on to the page of its own.
 */
export function PublicMap({
  map,
  place,
  shown = map.items,
  title = "The whole route map",
}: {
  map: PublicRouteMap;
  place: "prospectus" | "own-page";
  /** The items to show, where not all are. */
  shown?: PublicRouteMap["items"];
  /** What is shown, where it has a page of its own. */
  title?: string;
}) {
  const { programme, cohort, startsOn } = map;
  const railItems = (of: PublicRouteMap["items"]) =>
    of.map((item) => railItem(item, { href: `#item-${item.number}` }));
  const [whole, items] = [railItems(map.items), railItems(shown)];
  const whose = cohort ? `the ${cohort.name} cohort` : "a cohort that starts this month";
  return (
    <div className={place === "own-page" ? "card" : "mt-6"}>
      <RouteMap
        layout={layoutRail({ start: startsOn, months: programme.durationMonths, items, whole })}
        groups={itemsByMonth(items)}
        label={`The route map of ${whose}`}
        heading={
          place === "prospectus" ? (
            <>
              <h3>Route map of {whose}</h3>
              <a href={`/programmes/${programme.slug}/route-map`}>Other cohorts, and hours for each month</a>
            </>
          ) : (
            <h2>{title}</h2>
          )
        }
        listToo
        fold={place === "prospectus" ? "The same as a list, month by month" : undefined}
      />
    </div>
  );
}
