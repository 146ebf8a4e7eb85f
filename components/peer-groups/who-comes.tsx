import type { StaffSession } from "@/lib/peer-groups/views";

/** Sessions with those who have said that they cannot come, and with guests of other groups. */
export function WhoComes({ sessions }: { sessions: readonly StaffSession[] }) {
  if (sessions.length === 0) return <p className="text-muted">No session has a date yet.</p>;
  return (
    <ul className="stack-list max-w-[60rem]">
      {sessions.map(({ id, title, when, place, cancelled, sorry, guests }) => (
        <li key={id} className="py-3">
          <a href={`/staff/events/${id}`}>{title}</a>
          <small className="block text-muted">
            {when} · {place}
            {cancelled ? " · cancelled" : ""}
          </small>
          {sorry.map(({ fullName, note, instead }) => (
            <p key={fullName} className="mt-1">
              <b>{fullName}</b> cannot come{instead ? ` and joins ${instead}` : ""}.
              {note ? ` They wrote: “${note}”` : ""}
            </p>
          ))}
          {guests.map(({ fullName, groupName }) => (
            <p key={fullName} className="mt-1">
              <b>{fullName}</b> comes as a guest{groupName ? ` from ${groupName}` : ""}.
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
