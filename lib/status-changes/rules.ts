import { hoursAndMinutes } from "../dates";
import { reached } from "../engagement/progress";
import type { Engagement, MyMilestone } from "../engagement/schema";

/**
 * What stands between a participant and completion, as plain sentences; empty when nothing does. The programme asks
 * for two things: engagement at its threshold, and a summative assessment that is recorded as done (one of its windows
 * is enough).
 */
export function missingForCompletion(
  milestones: readonly Pick<MyMilestone, "kind" | "tally">[],
  engagement: Engagement,
): string[] {
  const { overall, thresholdPercent } = engagement;
  const assessments = milestones.filter(({ kind }) => kind === "summative_assessment");
  const missing: string[] = [];
  if (!reached(engagement)) {
    const { percent, doneMinutes, requiredMinutes } = overall;
    missing.push(
      `Engagement is ${percent ?? 0}% (${hoursAndMinutes(doneMinutes)} of ${hoursAndMinutes(requiredMinutes)}); ${thresholdPercent}% is needed.`,
    );
  }
  if (assessments.length > 0 && !assessments.some(({ tally }) => tally.completed))
    missing.push(
      "No summative assessment is recorded as done: while it is marked elsewhere, say when it was passed.",
    );
  return missing;
}
