import type { PlainDate } from "../dates";
import { countsUntil, hasClosed, stillPossible } from "./milestone-state";
import type { Engagement, MilestoneFacts, Share } from "./schema";

export { countsUntil, doneBy, milestoneState, stillPossible, whileAway } from "./milestone-state";

/**
 * What a participant's milestones come to on a day: pure, in whole minutes and whole percent. Percentages are
 * rounded down, so that 89.6% never passes for 90%.
 */

/** True for what takes part in engagement for this participant: it counts, and they are not excused. */
function isRequired({ counts, minutes, tally }: MilestoneFacts): boolean {
  return counts && tally.required && (minutes ?? 0) > 0;
}

/** Minutes that count as done: all of them once complete, else what is recorded, never more than is asked. */
export function doneMinutes({ minutes, tally }: MilestoneFacts): number {
  const asked = minutes ?? 0;
  return tally.completed ? asked : Math.min(tally.minutesRecorded, asked);
}

/** Done of required, rounded down; nothing required has no percentage. */
function share(doneMinutes: number, requiredMinutes: number): Share {
  const percent = requiredMinutes === 0 ? null : Math.floor((doneMinutes * 100) / requiredMinutes);
  return { doneMinutes, requiredMinutes, percent };
}

const sum = (milestones: readonly MilestoneFacts[], minutes: (milestone: MilestoneFacts) => number) =>
  milestones.reduce((total, milestone) => total + minutes(milestone), 0);

/** The fewest minutes that make up the threshold of so many required: the last minute is rounded up. */
function neededMinutes(requiredMinutes: number, thresholdPercent: number): number {
  return Math.ceil((requiredMinutes * thresholdPercent) / 100);
}

/** True while engagement can still be made up. */
const inTime = (today: PlainDate, until: PlainDate | null) => until === null || today <= until;

/**
 * The most that a milestone can still come to. What was missed counts for what is done of it and, once an alternative
 * activity is agreed in its place, for that one's minutes: until the day by which the threshold has to be reached.
 */
function possibleMinutes(milestone: MilestoneFacts, today: PlainDate, until: PlainDate | null): number {
  const asked = milestone.minutes ?? 0;
  if (stillPossible(milestone, today, until)) return asked;
  const agreed = inTime(today, until) ? (milestone.alternative?.minutes ?? 0) : 0;
  return Math.min(asked, doneMinutes(milestone) + agreed);
}

/** A participant's engagement as of a day. Every figure follows from facts and that day. */
export function engagement(
  milestones: readonly MilestoneFacts[],
  today: PlainDate,
  thresholdPercent: number,
): Engagement {
  const required = milestones.filter(isRequired);
  const until = countsUntil(milestones);
  const asked = (milestone: MilestoneFacts) => milestone.minutes ?? 0;
  const closed = required.filter((milestone) => hasClosed(milestone, today));
  const all = sum(required, asked);
  const done = sum(required, doneMinutes);
  const best = sum(required, (each) => possibleMinutes(each, today, until));
  const needed = neededMinutes(all, thresholdPercent);
  return {
    thresholdPercent,
    toDate: share(sum(closed, doneMinutes), sum(closed, asked)),
    overall: share(done, all),
    forecast: share(best, all),
    // Nobody can miss more than is left to do, however far above the line they are.
    canMissMinutes: Math.max(0, Math.min(best - needed, best - done)),
    shortMinutes: Math.max(0, needed - best),
    missedMinutes: inTime(today, until) ? all - best : 0,
  };
}

/** True once engagement overall is at the threshold or above it. */
export function reached({ overall, thresholdPercent }: Engagement): boolean {
  return overall.percent !== null && overall.percent >= thresholdPercent;
}

/** Learning time: what was recorded, and the asked minutes of what was completed without a count of its own. */
export function learningMinutes(milestones: readonly MilestoneFacts[]): number {
  return sum(milestones, (each) =>
    each.counts ? Math.max(each.tally.minutesRecorded, doneMinutes(each)) : 0,
  );
}
