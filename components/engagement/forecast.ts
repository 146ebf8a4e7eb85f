import { hoursAndMinutes } from "@/lib/dates";
import type { Engagement } from "@/lib/engagement/schema";

/** The forecast as it is said of somebody, to staff: "Can still reach 97%, and miss at most 4 h 10 min of it." */
export function forecastOf({ forecast, thresholdPercent, canMissMinutes, shortMinutes }: Engagement): string {
  if (forecast.percent === null) return "Nothing on the route map counts towards engagement.";
  const best = `Can still reach ${forecast.percent}%`;
  if (shortMinutes > 0) {
    return `${best}, ${hoursAndMinutes(shortMinutes)} short of the ${thresholdPercent}% needed: an alternative activity would have to be agreed.`;
  }
  return canMissMinutes > 0
    ? `${best}, and miss at most ${hoursAndMinutes(canMissMinutes)} of it to end at ${thresholdPercent}% or above.`
    : `${best}, and needs all of it to end at ${thresholdPercent}% or above.`;
}
