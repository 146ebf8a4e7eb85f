import { Card } from "@/components/ui/card";
import type { StaffEventDetail } from "@/lib/events/views";

const TO_COME = new Set(["open", "settled", "on_now"]);

/** What can be done with an event, and what is printed for it. */
export function StaffEventCard({ event }: { event: StaffEventDetail }) {
  const { id, state, manages, expected, capacity, byChoice, groupName, joiningUrl, instructions } = event;
  const home = `/staff/events/${id}`;
  const file = (format: string) => `/staff/lists/attendees.${format}?event=${id}`;
  const toCome = TO_COME.has(state);
  const told = joiningUrl || instructions;
  return (
    <Card labelledBy="event">
      <h2 id="event">The event</h2>
      {state === "cancelled" ? (
        <p className="mb-3 whitespace-pre-line">
          Cancelled. {event.cancelledNote || "No reason was written."}
        </p>
      ) : null}
      {capacity !== null && !byChoice && !groupName ? (
        <p className="mb-3">
          {expected} expected, room for {capacity}.
          {expected > capacity ? " That is more than there is room for." : ""}
        </p>
      ) : null}
      {toCome ? (
        <p className="mb-3">
          {told
            ? "Joining instructions are there for those who are expected."
            : "There are no joining instructions yet."}
        </p>
      ) : null}
      <ul className="link-list">
        {toCome && manages ? (
          <>
            <li>
              <a href={`${home}/instructions`}>
                {told ? "Change the joining instructions" : "Write joining instructions"}
              </a>
            </li>
            <li>
              <a href={`${home}/edit`}>Change the event</a>
            </li>
            {state === "on_now" ? null : (
              <li>
                <a href={`${home}/cancellation`}>Cancel the event</a>
              </li>
            )}
          </>
        ) : null}
        {state === "cancelled" ? null : (
          <>
            <li>
              <a href={`${home}/needs`}>Access and food, for the venue</a>
            </li>
            <li>
              <a href={`${home}/sign-in-sheet`}>Sign-in sheet</a>
            </li>
            {manages ? (
              <li>
                Who comes, as a file: <a href={file("xlsx")}>Excel</a> or <a href={file("csv")}>CSV</a>
              </li>
            ) : null}
          </>
        )}
      </ul>
    </Card>
  );
}
