import { AttendedTag } from "@/components/peer-groups/attended-tag";
import { Tag } from "@/components/ui/tag";
import { dayAndMonth } from "@/lib/dates";
import type { MySession } from "@/lib/peer-groups/views";

/** A participant's sessions with their group: when, where, whether they come, and their own attendance. */
export function MySessions({ sessions }: { sessions: readonly MySession[] }) {
  return (
    <section className="card mb-6" aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      {sessions.length === 0 ? (
        <p className="text-muted">No session has a date yet. They are listed here once they have one.</p>
      ) : null}
      <ul className="stack-list dated-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <time dateTime={session.day}>{dayAndMonth(session.day)}</time>
            <div>
              <a href={`/dashboard/peer-group/sessions/${session.id}`}>{session.title}</a>
              <small>{session.when}</small>
              <small>{session.place}</small>
              {session.instead ? (
                <small>
                  Instead: with {session.instead.groupName}, {session.instead.when}
                </small>
              ) : null}
            </div>
            <Standing session={session} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ session: { attended, sorry, past, cancelled, instead } }: { session: MySession }) {
  if (attended) return <AttendedTag attended={attended} />;
  if (cancelled) return <Tag tone="late">cancelled</Tag>;
  if (instead) return <Tag tone="brand">with another group</Tag>;
  if (sorry) return <Tag tone="soon">you cannot come</Tag>;
  return past ? <Tag tone="muted">register not taken yet</Tag> : null;
}
