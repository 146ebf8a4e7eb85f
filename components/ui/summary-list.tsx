import type { ReactNode } from "react";

export type SummaryRow = {
  label: string;
  value: ReactNode;
  /** Where to change it; `what` completes "Change …" for people who hear the link alone. */
  change?: { href: string; what?: string };
};

/** Questions and their answers, with a way to change each. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="summary-list">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{breakable(row.value)}</dd>
          {row.change ? (
            <dd>
              <a href={row.change.href}>
                Change<span className="sr-only"> {row.change.what ?? row.label.toLowerCase()}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

/** A long e-mail address breaks before its domain, not in the middle of a word. */
function breakable(value: ReactNode): ReactNode {
  if (typeof value !== "string" || !/^\S+@\S+$/.test(value)) return value;
  const at = value.lastIndexOf("@");
  return (
    <>
      {value.slice(0, at)}
      <wbr />
      {value.slice(at)}
    </>
  );
}
