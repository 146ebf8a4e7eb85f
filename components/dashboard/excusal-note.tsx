import { Notice } from "@/components/ui/notice";
import { longDate } from "@/lib/dates";
import type { MilestoneDetail } from "@/lib/engagement/schema";

/** That staff have excused the participant from an item, or ask for it again, and why. */
export function ExcusalNote({ excusal }: Pick<MilestoneDetail, "excusal">) {
  if (!excusal) return null;
  const { excused, reason, by, day } = excusal;
  return (
    <div className="mb-6">
      <Notice tone="info" title={excused ? "You are excused from this" : "This is required of you again"}>
        <p className="whitespace-pre-line wrap-anywhere">{reason}</p>
        <p className="mt-1">
          {by}, {longDate(day)}
        </p>
      </Notice>
    </div>
  );
}
