import { shortDate } from "@/lib/dates";
import type { MyMilestone } from "@/lib/engagement/schema";
import { ByOthers } from "./way";

/** For what the participant records: why there is nothing to record just now. */
export function NotNow({ milestone, title }: { milestone: MyMilestone; title: string }) {
  return (
    <ByOthers title={title}>
      <p>{why(milestone)}</p>
    </ByOthers>
  );
}

function why({ tally, state, opensOn }: MyMilestone): string {
  if (state === "not_required") return "You have been excused from this, so nothing needs to be recorded.";
  if (tally.completed) return "This is done. Nothing more needs to be recorded.";
  if (state === "upcoming" && opensOn) return `You can record this yourself from ${shortDate(opensOn)} on.`;
  return "You are not active in this cohort, so nothing can be recorded now.";
}
