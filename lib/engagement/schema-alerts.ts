import { daysBetween, type PlainDate } from "../dates";
import type { Alert, EngagementRow } from "./schema";

/** A reason for an alert in words, with its figure: "can reach 84% at most". Safe in the browser. */
export function alertWords(
  { reason }: Alert,
  {
    engagement,
    overdueCount,
    lastActivityOn,
  }: Pick<EngagementRow, "engagement" | "overdueCount" | "lastActivityOn">,
  today: PlainDate,
): string {
  switch (reason) {
    case "unreachable":
      return `can reach ${engagement.forecast.percent ?? 0}% at most`;
    case "below":
      return `below the ${engagement.thresholdPercent}% line`;
    case "overdue":
      return `${overdueCount} overdue`;
    case "quiet":
      return lastActivityOn
        ? `nothing for ${daysBetween(lastActivityOn, today)} days`
        : "nothing recorded yet";
  }
}

/** True for what has held since yesterday or today. */
export const isNew = ({ since }: Alert, today: PlainDate) => daysBetween(since, today) <= 1;
