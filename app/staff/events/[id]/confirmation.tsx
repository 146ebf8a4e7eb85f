import { Notice } from "@/components/ui/notice";
import type { Register, RegisterMark } from "@/lib/engagement/schema";
import type { StaffEventDetail } from "@/lib/events/views";

const DONE = new Map([
  ["added", "The event is added"],
  ["saved", "The register is saved"],
  ["same", "Nothing was different, so nothing was saved"],
  ["changed", "The event is changed"],
  ["cancelled", "The event is cancelled"],
  ["instructed", "The joining instructions are saved"],
  ["kept", "Saved"],
]);

/** Said once, after the step that led here. */
export function Confirmation({
  done,
  event,
  register,
}: {
  done: unknown;
  event: StaffEventDetail;
  register: Register;
}) {
  const title = DONE.get(String(done));
  if (!title) return null;
  return (
    <div className="mb-6 max-w-prose">
      <Notice tone="done" title={title}>
        {words(String(done), event, register)}
      </Notice>
    </div>
  );
}

function words(done: string, { byChoice }: StaffEventDetail, { rows }: Register): string {
  const count = (mark: RegisterMark) => rows.filter((row) => row.mark === mark).length;
  switch (done) {
    case "added":
      return byChoice
        ? "Every participant of the cohort can choose it now. Its register can be taken from the day of the event on."
        : "Everybody who is expected sees it among their events. Its register can be taken from the day of the event on.";
    case "changed":
      return "If the time or the place is another, everybody concerned is told by e-mail.";
    case "cancelled":
      return "Everybody who was expected, or waited for a place, is told by e-mail.";
    case "instructed":
      return "Everybody who is expected is told by e-mail where to read them.";
    case "kept":
      return "Nobody needed to be told.";
    default:
      return `${count("present")} present, ${count("part") > 0 ? `${count("part")} for part of it, ` : ""}${count("absent")} absent. Each participant’s engagement follows at once.`;
  }
}
