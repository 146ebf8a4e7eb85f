import { monthAndYear } from "@/lib/dates";
import { MILESTONE_STATES, type MilestoneState, type ParticipantOverview } from "@/lib/engagement/schema";
import { loggedSentence } from "@/lib/engagement/sentences";
import { itemsByMonth, type MonthGroup } from "@/lib/route-map/months";
import { layoutRail, type RailLayout, railItem } from "@/lib/route-map/rail";

/** A participant's own route map, for the rail and for the list by month. */
export function myRouteMap(overview: ParticipantOverview): {
  layout: RailLayout;
  groups: MonthGroup[];
  label: string;
} {
  const { milestones, enrolment, today } = overview;
  const { startsOn } = enrolment.cohort;
  const months = enrolment.programme.durationMonths;
  const items = milestones.map((milestone) =>
    railItem(milestone, {
      href: `/dashboard/route-map/${milestone.id}`,
      state: milestone.state,
      progressLabel: loggedSentence(milestone),
    }),
  );
  return {
    layout: layoutRail({ start: startsOn, months, items, today }),
    groups: itemsByMonth(items),
    label: `Your route map from ${monthAndYear(startsOn)}, ${months} months and the assessment`,
  };
}

/** The signs that the viewer's route map uses, each once. */
export function signsOf({ milestones }: Pick<ParticipantOverview, "milestones">): MilestoneState[] {
  const used = new Set(milestones.map(({ state }) => state));
  return MILESTONE_STATES.filter((state) => used.has(state));
}
