import type { Engagement } from "./schema";

/** How engagement is coloured, wherever it is shown: above the line, below it, or short of it for good. */
export type Standing = "done" | "soon" | "late";

/** The colour only repeats what the words say. Without a figure to date nothing is amiss. */
export function standingOf({
  toDate,
  thresholdPercent,
  shortMinutes,
}: Pick<Engagement, "toDate" | "thresholdPercent" | "shortMinutes">): Standing {
  if (shortMinutes > 0) return "late";
  return toDate.percent === null || toDate.percent >= thresholdPercent ? "done" : "soon";
}

export const STANDING_TEXT: Record<Standing, string> = {
  done: "text-done",
  soon: "text-soon",
  late: "text-late",
};
