import { Card } from "@/components/ui/card";
import { dayAndMonth, hoursAndMinutes, type PlainDate } from "@/lib/dates";
import type { Change } from "@/lib/engagement/schema";
import { fullTitle } from "@/lib/route-map/schema";

/** What others recorded: registers, confirmations, entries by staff. Newest first. */
export function ChangesList({ changes }: { changes: readonly Change[] }) {
  return (
    <Card labelledBy="changes">
      <h2 id="changes">What others recorded</h2>
      {changes.length === 0 ? (
        <p className="text-muted">
          Nothing yet. Attendance, check-ins and what staff enter for you will be listed here.
        </p>
      ) : (
        <ul className="stack-list dated-list">
          {changes.map((change) => (
            <li key={change.id}>
              <Day day={change.day} />
              <div>
                <a href={`/dashboard/route-map/${change.milestoneId}`}>{fullTitle(change)}</a>
                <small>{sentence(change)}</small>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Day({ day }: { day: PlainDate }) {
  return <time dateTime={day}>{dayAndMonth(day)}</time>;
}

/** "Marked present by Femi Adeyemi: 2 h." */
function sentence({ source, minutes, recordedBy, correction }: Change): string {
  const by = recordedBy ? ` by ${recordedBy}` : "";
  const time = hoursAndMinutes(minutes);
  const again = correction ? "Corrected: " : "";
  if (source === "attendance_register") {
    return minutes === 0 ? `${again}Marked absent${by}.` : `${again}Marked present${by}: ${time}.`;
  }
  if (minutes === 0) return `Taken back${by}.`;
  if (source === "mentor_confirmation")
    return `${again}Confirmed by your mentor${recordedBy ? `, ${recordedBy}` : ""}: ${time}.`;
  if (source === "credit") return `${again}Credited${by} for an alternative activity: ${time}.`;
  return `${again}Entered${by}: ${time}.`;
}
