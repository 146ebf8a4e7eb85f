import { hoursAndMinutes } from "../dates";
import type { Engagement, MyMilestone } from "./schema";

/** Engagement in plain sentences: pure. */

/** "94% of what was due so far is done: 23 h 45 min of 25 h 15 min." */
export function toDateSentence({ toDate }: Engagement): string {
  if (toDate.percent === null) return "Nothing has been due yet.";
  const { percent, doneMinutes, requiredMinutes } = toDate;
  return `${percent}% of what was due so far is done: ${hoursAndMinutes(doneMinutes)} of ${hoursAndMinutes(requiredMinutes)}.`;
}

/**
 * "If you complete everything left you reach 97%; you can miss at most 4 h 10 min and stay at 90%." What was missed is
 * in it only once an alternative activity is agreed, and the sentence says so.
 */
export function forecastSentence(engagement: Engagement): string {
  const { overall, forecast, shortMinutes, missedMinutes } = engagement;
  if (overall.percent === null || forecast.percent === null)
    return "Nothing on your route map counts towards engagement.";
  const short = shortMinutes > 0;
  const sentence =
    forecast.doneMinutes === overall.doneMinutes ? endSentence(engagement) : leftSentence(engagement);
  if (missedMinutes === 0) return sentence;
  const missed = hoursAndMinutes(missedMinutes);
  return short
    ? `${sentence} Propose an alternative activity for what you missed (${missed}): once agreed, it counts here.`
    : `${sentence} The ${missed} that you missed can be made up by an alternative activity. It counts here once it is agreed.`;
}

/** Where one ends when nothing is left that can still be done. */
function endSentence({ overall, thresholdPercent, shortMinutes }: Engagement): string {
  if (shortMinutes === 0) return `Nothing is left to do: you end at ${overall.percent}%.`;
  return `Nothing is left that can still be done: you end at ${overall.percent}%, ${hoursAndMinutes(shortMinutes)} short of the ${thresholdPercent}% needed.`;
}

/** Where one gets to with all that can still be done, and what of it can be missed. */
function leftSentence(engagement: Engagement): string {
  const { overall, forecast, thresholdPercent, canMissMinutes, shortMinutes } = engagement;
  const best = `If you complete everything left you reach ${forecast.percent}%`;
  if (shortMinutes > 0)
    return `${best}, ${hoursAndMinutes(shortMinutes)} short of the ${thresholdPercent}% needed.`;
  if (canMissMinutes === 0) return `${best}; you need all of it to reach ${thresholdPercent}%.`;
  if (overall.percent !== null && overall.percent >= thresholdPercent)
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
