import { Tag, type TagTone } from "@/components/ui/tag";
import type { TodayKind, TodayLine, Urgency } from "@/lib/today";

export const KIND_WORDS: Record<TodayKind, string> = {
  application: "Applications",
  offer: "Offers",
  place: "Places",
  enquiry: "Enquiries",
  register: "Registers",
  choice: "Choices",
  correction: "Corrections",
  alternative: "Alternatives",
  risk: "At risk",
  mentor: "Mentors",
  email: "E-mails",
  webinar: "Webinars",
};

const URGENCY: Record<Urgency, { tone: TagTone; word: string }> = {
  late: { tone: "late", word: "late" },
  now: { tone: "soon", word: "now" },
  soon: { tone: "muted", word: "soon" },
};

/** What waits for the viewer, one line a thing or a pile of the same, the most urgent first. */
export function TodayList({ lines }: { lines: readonly TodayLine[] }) {
  return (
    <ol className="today-list">
      {lines.map((line) => (
        <li key={line.key}>
          <Tag tone={URGENCY[line.urgency].tone}>{URGENCY[line.urgency].word}</Tag>
          <span className="today-kind">{KIND_WORDS[line.kind]}</span>
          <div>
            <a href={line.href}>{line.title}</a>
            <span className="today-detail">
              {line.detail}
              {line.items.length > 0 ? <Pile line={line} /> : null}
            </span>
          </div>
          <span className="today-when">{line.when}</span>
        </li>
      ))}
    </ol>
  );
}

/** What is behind a line that stands for many. */
function Pile({ line }: { line: TodayLine }) {
  const { items, count, href } = line;
  return (
    <details>
      <summary>
        Show {items.length < count ? `the first ${items.length}` : "them"}
        <span className="sr-only">: {line.title}</span>
      </summary>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a href={item.href}>{item.title}</a>
            <span>{item.when}</span>
          </li>
        ))}
        {items.length < count ? (
          <li>
            <a href={href}>All {count}</a>
          </li>
        ) : null}
      </ul>
    </details>
  );
}
