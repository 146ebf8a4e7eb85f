import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { staffEvents } from "@/lib/events/queries";
import type { StaffEvent } from "@/lib/events/schema";

const SOON = 5;

/** The registers to take, and what is coming next: of the events one runs, and of the cohorts one manages. */
export async function EventsToday({ actor }: { actor: Actor }) {
  const at = now();
  const [toTake, coming] = await Promise.all([
    staffEvents(actor, { show: "to_take", page: 1 }, at),
    staffEvents(actor, { show: "coming", page: 1 }, at),
  ]);
  return (
    <>
      <section className="mb-10" aria-labelledby="registers">
        <h2 id="registers" className="mb-3">
          {toTake.total === 1 ? "One register to take" : `${toTake.total || "No"} registers to take`}
        </h2>
        {toTake.total === 0 ? <p>Every event of the past has its register.</p> : null}
        <EventLines events={toTake.rows} page="/register" />
        {toTake.pages > 1 ? <a href="/staff/events?show=to_take">All registers to take</a> : null}
      </section>
      <section aria-labelledby="coming">
        <h2 id="coming" className="mb-3">
          Coming up
        </h2>
        {coming.total === 0 ? <p>No event is planned.</p> : null}
        <EventLines events={coming.rows.slice(0, SOON)} page="" />
        {coming.total > SOON ? <a href="/staff/events?show=coming">All {coming.total} to come</a> : null}
      </section>
    </>
  );
}

function EventLines({ events, page }: { events: readonly StaffEvent[]; page: string }) {
  return (
    <ul className="stack-list max-w-prose">
      {events.map((event) => (
        <li key={event.id}>
          <a href={`/staff/events/${event.id}${page}`}>{event.title}</a>
          <span className="block text-[0.94rem] text-muted">
            {[event.when, event.cohortName, event.groupName, event.place].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
