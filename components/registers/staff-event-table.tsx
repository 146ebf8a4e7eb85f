import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import type { StaffEvent } from "@/lib/events/schema";

/** Events with their registers: what, when, who is expected, and how the register stands. */
export function StaffEventTable({
  events,
  withCohort = false,
}: {
  events: readonly StaffEvent[];
  /** For lists across cohorts. */
  withCohort?: boolean;
}) {
  return (
    <TableScroll label="Events">
      <table className="data-table table-stack min-[561px]:min-w-[52rem]">
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">When</th>
            <th scope="col">Where</th>
            {withCohort ? <th scope="col">Cohort</th> : null}
            <th scope="col">Who</th>
            <th scope="col">Register</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <th scope="row">
                <a href={`/staff/events/${event.id}`}>{event.title}</a>
              </th>
              <td className="whole-line">{event.when}</td>
              <td data-label="Where">{event.place}</td>
              {withCohort ? <td data-label="Cohort">{event.cohortName}</td> : null}
              <td data-label="Who">
                {event.groupName ?? (event.byChoice ? "By choice" : "Whole cohort")}, {event.expected}
                {event.capacity === null || event.groupName ? "" : ` of ${event.capacity}`} expected
                {event.facilitatorName ? <small>run by {event.facilitatorName}</small> : null}
              </td>
              <td data-label="Register">
                <RegisterState event={event} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function RegisterState({ event }: { event: StaffEvent }) {
  const { id, started, marked, expected, title, cancelled } = event;
  if (cancelled) return <Tag tone="muted">cancelled</Tag>;
  if (!started) return <span className="text-muted">from the day of the event</span>;
  if (marked === 0) {
    return (
      <a className="font-semibold" href={`/staff/events/${id}/register`}>
        Take the register<span className="sr-only"> of {title}</span>
      </a>
    );
  }
  return marked < expected ? (
    <Tag tone="soon">
      {marked} of {expected} marked
    </Tag>
  ) : (
    <Tag tone="done">taken</Tag>
  );
}
