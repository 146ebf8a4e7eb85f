import { ByOthers, type Way } from "./way";

/** An event, a residential, a group's session: the facilitator takes a register. */
export function AtEvent({ title, detail }: Way) {
  const { event, tally } = detail.milestone;
  return (
    <ByOthers title={title}>
      {event ? (
        <p className="mb-3">
          <a href={`/dashboard/events/${event.id}`}>
            Your event: how to join, and what to do if you cannot come
          </a>
        </p>
      ) : tally.completed ? null : (
        <p className="mb-3">
          <a href="/dashboard/events">Your events, and places to choose</a>
        </p>
      )}
      <p>The facilitator takes a register at the event, and it shows here the same day.</p>
    </ByOthers>
  );
}
