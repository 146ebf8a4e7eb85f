import { Tag } from "@/components/ui/tag";
import type { NoticeRow } from "@/lib/funding/staff-queries";

const TAGS = {
  public: <Tag tone="done">Public</Tag>,
  to_come: <Tag tone="soon">To come</Tag>,
  withdrawn: <Tag tone="muted">Withdrawn</Tag>,
} as const;

/** The beginning of a notice, on one line. */
export function beginning(body: string): string {
  const line = body
    .replace(/[#*_>[\]]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= 90) return line;
  const cut = line.slice(0, 90);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 40)).trimEnd()} …`.toWellFormed();
}

/** A programme's notices, the latest first, each with its state and how many were told of it. */
export function NoticeList({
  notices,
  told,
  home,
}: {
  notices: readonly NoticeRow[];
  told: ReadonlyMap<string, { told: number }>;
  home: string;
}) {
  if (notices.length === 0) return <p className="text-muted">There is no notice yet.</p>;
  return (
    <ul className="stack-list">
      {notices.map(({ id, body, state, publicFrom }) => (
        <li key={id}>
          <a href={`${home}/notices/${id}`}>{beginning(body)}</a>
          <p className="mt-1 text-muted">
            {TAGS[state]} {state === "to_come" ? "from" : "since"} {publicFrom}
            {told.has(id) ? `, told to ${told.get(id)?.told} by e-mail` : ""}
          </p>
        </li>
      ))}
    </ul>
  );
}
