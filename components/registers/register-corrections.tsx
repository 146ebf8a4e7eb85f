import { dateTimeInLondon } from "@/lib/dates";
import type { RegisterCorrection } from "@/lib/engagement/schema";

/** What was corrected in a register: the old marks, kept beside the new ones. `words` says a mark. */
export function RegisterCorrections({
  corrections,
  words,
}: {
  corrections: readonly RegisterCorrection[];
  words: (mark: RegisterCorrection["to"]) => string;
}) {
  if (corrections.length === 0) return null;
  return (
    <details className="mt-5">
      <summary>
        {corrections.length === 1 ? "1 correction" : `${corrections.length} corrections`} of this register
      </summary>
      <ul className="stack-list mt-2">
        {corrections.map(({ id, fullName, from, to, why, by, at }) => (
          <li key={id}>
            <p>
              <strong>{fullName}</strong>: {words(from)} before, now {words(to)}
            </p>
            {why ? <p className="wrap-anywhere whitespace-pre-line">{why}</p> : null}
            <p className="text-muted">
              <small>{[by, dateTimeInLondon(at)].filter(Boolean).join(", ")}</small>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
