import type { Actor } from "@/lib/auth/actor";
import { looksAt } from "@/lib/auth/viewing/look";
import { dateTimeInLondon, timeInLondon } from "@/lib/dates";

/** Who of staff has looked at one's pages, when and why; nothing where nobody has. */
export async function LooksPart({ actor }: { actor: Actor }) {
  const looks = await looksAt(actor);
  if (looks.length === 0) return null;
  return (
    <section aria-labelledby="looks">
      <h2 id="looks" className="mt-9 mb-2">
        Who has looked at your pages
      </h2>
      <p className="mb-3">
        People who run your programme may see your pages as you see them, to help you. They can change
        nothing.
      </p>
      <ul className="stack-list">
        {looks.map(({ by, reason, startedAt, endedAt }) => (
          <li key={startedAt.toISOString()}>
            <strong>{by}</strong>, {dateTimeInLondon(startedAt)} to {timeInLondon(endedAt)}
            <p className="wrap-anywhere whitespace-pre-line text-muted">{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
