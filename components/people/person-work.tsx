import { dateTimeInLondon } from "@/lib/dates";
import type { PersonPage } from "@/lib/people/views";

/** What somebody runs and takes part in, each leading to where it is changed. */
export function PersonWork({ person }: { person: PersonPage }) {
  const { groups, events, places, applications, held } = person;
  const nothing = groups.length + events.length + places.length + applications.length === 0;
  return (
    <section aria-labelledby="work">
      <h2 id="work" className="mb-3">
        Groups, events and places
      </h2>
      {nothing ? <p>None.</p> : null}
      <ul className="stack-list">
        {groups.map(({ id, name, cohort, cohortId }) => (
          <li key={id}>
            Facilitates <a href={`/staff/cohorts/${cohortId}/events`}>{name}</a>, {cohort}
          </li>
        ))}
        {events.map(({ id, title, startsAt }) => (
          <li key={id}>
            Runs <a href={`/staff/events/${id}`}>{title}</a>, {dateTimeInLondon(startsAt)}
          </li>
        ))}
        {places.map(({ id, cohort, cohortId, state }) => (
          <li key={id}>
            Participant of <a href={`/staff/cohorts/${cohortId}/participants/${id}`}>{cohort}</a>, {state}
          </li>
        ))}
        {applications.map(({ id, reference, state }) => (
          <li key={id}>
            Application <a href={`/staff/applications/${id}`}>{reference}</a>, {state.replaceAll("_", " ")}
          </li>
        ))}
      </ul>
      {held.some(({ role }) => role === "facilitator") ? (
        <p className="no-print mt-3">
          A facilitator is given groups and events where those are made:{" "}
          <a href="/staff/cohorts">choose a cohort</a>.
        </p>
      ) : null}
    </section>
  );
}
