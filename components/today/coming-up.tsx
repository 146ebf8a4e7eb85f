import type { StaffEvent } from "@/lib/events/schema";

const SOON = 5;

/** The next events that the viewer runs, or that are of their cohorts. */
export function ComingUp({ events, total }: { events: readonly StaffEvent[]; total: number }) {
  return (
    <section aria-labelledby="coming" className="mt-12">
      <h2 id="coming" className="mb-3">
        Coming up
      </h2>
      {total === 0 ? <p>No event is planned.</p> : null}
      <ul className="stack-list max-w-prose">
        {events.slice(0, SOON).map((event) => (
          <li key={event.id}>
            <a href={`/staff/events/${event.id}`}>{event.title}</a>
            <span className="block text-[0.94rem] text-muted">
              {[event.when, event.cohortName, event.groupName, event.place].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {total > SOON ? <a href="/staff/events?show=coming">All {total} to come</a> : null}
    </section>
  );
}
