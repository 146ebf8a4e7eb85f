import { hoursAndMinutes, unbroken } from "@/lib/dates";
import type { Change } from "@/lib/engagement/schema";

const ALTERNATIVES: Record<string, string> = {
  agreed: "Alternative activity agreed",
  declined: "Alternative activity not agreed",
  sent_back: "Alternative activity sent back",
};

const STATUSES: Record<string, string> = {
  active: "Active again",
  deferred: "Deferred",
  withdrawn: "Withdrawn",
  completed: "Programme completed",
  transferred: "Moved to another cohort",
};

/** "Marked present by Femi Adeyemi: 2 h.", "Put right by Ruth Calder: 1 h.": what somebody else did. */
export function changeSentence(change: Change): string {
  return unbroken(sentence(change));
}

function sentence(change: Change): string {
  const { kind, detail, minutes } = change;
  const by = change.by ? ` by ${change.by}` : "";
  const time = minutes === null ? "" : `: ${hoursAndMinutes(minutes)}`;
  const told = detail ?? "";
  if (kind === "correction")
    return told === "put_right" ? `Put right${by}${time}.` : `Your correction is answered${by}.`;
  if (kind === "alternative") return `${ALTERNATIVES[told] ?? "Alternative activity"}${by}${time}.`;
  if (kind === "status") return `${STATUSES[told] ?? "Changed"}${by}.`;
  if (kind === "excusal")
    return told === "excused" ? `You are excused from it${by}.` : `Required of you again${by}.`;
  if (kind === "group") return told ? `You are in ${told} now.` : "You are in no group just now.";
  if (kind === "event") return told === "event.cancelled" ? `Event cancelled${by}.` : `Event changed${by}.`;
  return recordSentence(change, by, time);
}

/** Of a record that stands. Being there for a part is said as such: it does not complete the item. */
function recordSentence(
  { kind, detail, minutes, whole, by: name }: Change,
  by: string,
  time: string,
): string {
  const again = kind === "record_again" ? "Corrected: " : "";
  if (detail === "attendance_register") {
    if (minutes === 0) return `${again}Marked absent${by}.`;
    return whole
      ? `${again}Marked present${by}${time}.`
      : `${again}Marked as there for ${hoursAndMinutes(minutes ?? 0)} of it${by}.`;
  }
  if (minutes === 0) return `Taken back${by}.`;
  if (detail === "mentor_confirmation")
    return `${again}Confirmed by your mentor${name ? `, ${name}` : ""}${time}.`;
  if (detail === "credit") return `${again}Credited${by} for an alternative activity${time}.`;
  return `${again}Entered${by}${time}.`;
}
