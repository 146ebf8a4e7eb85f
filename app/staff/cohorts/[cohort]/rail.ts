import type { StaffCohort } from "@/lib/cohorts/schema";
import { dayInLondon, monthAndYear } from "@/lib/dates";
import type { CohortStanding } from "@/lib/engagement/cohort-standing";
import { itemsByMonth } from "@/lib/route-map/months";
import { layoutRail, railItem } from "@/lib/route-map/rail";

/** A cohort's route map with how many have done each item, for the rail and for the list under it. */
export function cohortRouteMap(cohort: StaffCohort, standing: CohortStanding, at: Date) {
  const items = standing.milestones.map((milestone) =>
    railItem(milestone, {
      href: `#item-${milestone.number}`,
      state: milestone.state,
      ...(milestone.counted && milestone.of > 0 && milestone.state !== "upcoming"
        ? { progressLabel: `${milestone.done} of ${milestone.of}` }
        : {}),
    }),
  );
  return {
    // The rail grows to the last item's end, so the programme's length need not be asked for.
    layout: layoutRail({ start: cohort.startsOn, months: 1, items, today: dayInLondon(at) }),
    groups: itemsByMonth(items),
    label: `The cohort’s route map from ${monthAndYear(cohort.startsOn)}`,
  };
}
