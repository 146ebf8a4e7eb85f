import { dateTimeInLondon } from "@/lib/dates";
import type { PersonPage } from "@/lib/people/views";

/** Where somebody is signed in, as far as the portal knows: when, and how. */
export function SessionList({ sessions }: { sessions: PersonPage["sessions"] }) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="mb-3">
        Sessions
      </h2>
      {sessions.length === 0 ? <p>They are not signed in anywhere.</p> : null}
      <ul className="stack-list">
        {sessions.map(({ id, since, lastSeenAt, byProvider, factorGiven }) => (
          <li key={id}>
            Since {dateTimeInLondon(since)}, {byProvider ? "by their organisation’s sign-in" : "by e-mail"}
            {factorGiven ? " and a code" : ""}
            <p className="text-[0.94rem] text-muted">last used {dateTimeInLondon(lastSeenAt)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
