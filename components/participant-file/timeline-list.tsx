import { longDate } from "@/lib/dates";
import {
  TIMELINE_KINDS,
  TIMELINE_WORDS,
  type TimelineEntry,
  type TimelineKind,
} from "@/lib/participant-file/schema";

/** What has happened with a participant, the newest first, with its kinds as links and the way to older entries. */
export function TimelineList({
  entries,
  kind,
  page,
  more,
  home,
}: {
  entries: readonly TimelineEntry[];
  kind: TimelineKind | undefined;
  page: number;
  more: boolean;
  home: string;
}) {
  const address = (of: TimelineKind | undefined, number = 1) => {
    const query = new URLSearchParams();
    if (of) query.set("kind", of);
    if (number > 1) query.set("page", String(number));
    return `${home}${query.size > 0 ? `?${query}` : ""}#timeline`;
  };
  const days = Map.groupBy(entries, ({ day }) => day);
  return (
    <section aria-labelledby="timeline" className="mt-10">
      <h2 id="timeline" className="mb-3">
        What has happened
      </h2>
      <nav className="today-kinds no-print" aria-label="Kind of entry">
        <a href={address(undefined)} aria-current={kind ? undefined : "page"}>
          Everything
        </a>
        {TIMELINE_KINDS.map((each) => (
          <a key={each} href={address(each)} aria-current={each === kind ? "page" : undefined}>
            {TIMELINE_WORDS[each]}
          </a>
        ))}
      </nav>
      {entries.length === 0 ? <p>Nothing of this kind.</p> : null}
      {[...days].map(([day, those]) => (
        <section key={day} className="timeline-day">
          <h3>{longDate(day)}</h3>
          <ol>
            {those.map((entry) => (
              <Entry key={`${entry.kind} ${entry.id}`} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      <p className="no-print mt-4 flex flex-wrap gap-x-6 gap-y-1">
        {page > 1 ? <a href={address(kind, page - 1)}>Newer</a> : null}
        {more ? <a href={address(kind, page + 1)}>Older</a> : null}
      </p>
    </section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { time, what, about, words, by, replaced } = entry;
  return (
    <li className={replaced ? "record-old" : undefined}>
      <time>{time}</time>
      <div>
        <b>{what}</b>
        {about ? `, ${about}` : ""}
        {replaced ? " · replaced by a later entry" : ""}
        {words ? <p className="timeline-words">{words}</p> : null}
        <small>{by ?? "the portal"}</small>
      </div>
    </li>
  );
}
