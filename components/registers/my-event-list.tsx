import { Tag } from "@/components/ui/tag";
import { dayAndMonth, hoursAndMinutes } from "@/lib/dates";
import type { MyEvent } from "@/lib/events/schema";

/** A participant's events: when, where, with whom, and afterwards what the register says. */
export function MyEventList({
  title,
  events,
  none,
}: {
  title: string;
  events: readonly MyEvent[];
  /** What to say when there are none. */
  none: string;
}) {
  const id = title.toLowerCase().replaceAll(" ", "-");
  return (
    <section className="card mb-6" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {events.length === 0 ? <p className="text-muted">{none}</p> : null}
      <ul className="stack-list dated-list">
        {events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.day}>{dayAndMonth(event.day)}</time>
            <div>
              <a href={`/dashboard/events/${event.id}`}>{event.title}</a>
              <small>{event.when}</small>
              <small>{[event.place, event.groupName, runBy(event)].filter(Boolean).join(" · ")}</small>
            </div>
            <Attendance event={event} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const runBy = ({ facilitatorName }: MyEvent) => (facilitatorName ? `with ${facilitatorName}` : "");

function Attendance({ event }: { event: MyEvent }) {
  const { mark, minutes, past } = event;
  if (mark === null) return past ? <Tag tone="muted">register not taken yet</Tag> : null;
  if (mark === "part") return <Tag tone="soon">there for {hoursAndMinutes(minutes)}</Tag>;
  return mark === "present" ? <Tag tone="done">present</Tag> : <Tag tone="late">absent</Tag>;
}
