import { hoursAndMinutes, monthAndYear, monthsBetween, type PlainDate } from "@/lib/dates";
import {
  MILESTONE_STATES,
  type MilestoneState,
  type MyMilestone,
  type ParticipantOverview,
} from "@/lib/engagement/schema";
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
      progressLabel: partDone(milestone),
    }),
  );
  return {
    layout: layoutRail({ start: startsOn, months, items, today }),
    groups: itemsByMonth(items.filter(({ state, opensOn }) => isAhead(state, opensOn, today))),
    label: `Your route map from ${monthAndYear(startsOn)}, ${months} months and the assessment`,
  };
}

/** "2 h 30 min of 8 h", where some of it is done and some is not. */
function partDone({ tally, minutes }: MyMilestone): string | undefined {
  const some = tally.minutesRecorded > 0 && !tally.completed && minutes;
  return some ? `${hoursAndMinutes(tally.minutesRecorded)} of ${hoursAndMinutes(minutes)}` : undefined;
}

const MONTHS_AHEAD = 6;

/**
 * The overview's list by month, on a phone: what asks something now, and what opens in the coming months. The
 * whole of it, with what is done, is a page of its own.
 */
function isAhead(state: MilestoneState | undefined, opensOn: PlainDate | null, today: PlainDate): boolean {
  if (state === "overdue" || state === "open" || state === "due_soon") return true;
  return state === "upcoming" && opensOn !== null && monthsBetween(today, opensOn) <= MONTHS_AHEAD;
}

/** The signs that the viewer's route map uses, each once. */
export function signsOf({ milestones }: Pick<ParticipantOverview, "milestones">): MilestoneState[] {
  const used = new Set(milestones.map(({ state }) => state));
  return MILESTONE_STATES.filter((state) => used.has(state));
}
