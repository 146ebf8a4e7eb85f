import { hoursAndMinutes } from "../dates";
import type { Engagement, MyMilestone } from "./schema";

/** Engagement in plain sentences: pure. */

/** "94% of what was due so far is done: 23 h 45 min of 25 h 15 min." */
export function toDateSentence({ toDate }: Engagement): string {
  if (toDate.percent === null) return "Nothing has been due yet.";
  const { percent, doneMinutes, requiredMinutes } = toDate;
  return `${percent}% of what was due so far is done: ${hoursAndMinutes(doneMinutes)} of ${hoursAndMinutes(requiredMinutes)}.`;
}

/** "If you complete everything left you reach 97%; you can miss at most 4 h 10 min and stay at 90%." */
export function forecastSentence({
  overall,
  forecast,
  thresholdPercent,
  canMissMinutes,
  shortMinutes,
}: Engagement): string {
  if (overall.percent === null || forecast.percent === null)
    return "Nothing on your route map counts towards engagement.";
  const left = forecast.doneMinutes - overall.doneMinutes;
  if (left === 0) return `Nothing is left to do: you end at ${overall.percent}%.`;
  const best = `If you complete everything left you reach ${forecast.percent}%`;
  if (shortMinutes > 0) {
    return `${best}, ${hoursAndMinutes(shortMinutes)} short of the ${thresholdPercent}% needed. Write to us: an alternative activity can be agreed.`;
  }
  if (canMissMinutes === 0) return `${best}; you need all of it to reach ${thresholdPercent}%.`;
  if (overall.percent >= thresholdPercent)
    return `${best}; you are already at the ${thresholdPercent}% needed.`;
  return `${best}; you can miss at most ${hoursAndMinutes(canMissMinutes)} and stay at ${thresholdPercent}%.`;
}

/** "31% of the whole programme is done: 24 h 15 min of 78 h 15 min." */
export function overallSentence({ overall }: Engagement): string {
  const { percent, doneMinutes, requiredMinutes } = overall;
  if (percent === null) return "Nothing on your route map counts towards engagement.";
  return `${percent}% of the whole programme is done: ${hoursAndMinutes(doneMinutes)} of ${hoursAndMinutes(requiredMinutes)}.`;
}

/** "2 h 30 min of 8 h logged"; undefined where minutes are not logged in pieces, or none are. */
export function loggedSentence({
  doneBy,
  minutes,
  tally,
}: Pick<MyMilestone, "doneBy" | "minutes" | "tally">): string | undefined {
  if (doneBy !== "study" || !minutes || tally.minutesRecorded === 0) return undefined;
  return `${hoursAndMinutes(tally.minutesRecorded)} of ${hoursAndMinutes(minutes)} logged`;
}
