import { GLYPH_TONES, GLYPH_WORDS } from "@/components/ui/glyph-shapes";
import { MILESTONE_STATES, type MilestoneState } from "@/lib/engagement/schema";

/** Width of a column, in pixels: the strips and their heading share it. */
const COLUMN = 27;
const HEAD = 62;

/**
 * The milestones of one participant as a strip of signs. One string a row: as elements, a page of fifty people
 * would be some four thousand of them, and cost five times as much to serve. What stands in it is numbers and
 * words of our own. Said in words for whoever cannot see it.
 */
export function StateStrip({
  states,
  titles,
}: {
  states: readonly MilestoneState[];
  titles: readonly string[];
}) {
  const drawn = states
    .map(
      (state, at) => `<use href="#g-${state}" class="${GLYPH_TONES[state]}" x="${at * COLUMN + 4}" y="1"/>`,
    )
    .join("");
  return (
    <svg
      className="state-strip"
      width={states.length * COLUMN}
      height="22"
      role="img"
      aria-label={inWords(states, titles)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: only states, numbers and classes from our own lists
      dangerouslySetInnerHTML={{ __html: drawn }}
    />
  );
}

/** "overdue: Evaluation 1; open: Study 2; 12 done": by name what wants somebody, the rest counted. */
function inWords(states: readonly MilestoneState[], titles: readonly string[]): string {
  const parts = MILESTONE_STATES.toReversed().flatMap((state) => {
    const own = titles.filter((_, at) => states[at] === state);
    if (own.length === 0) return [];
    const named = state === "overdue" || state === "due_soon" || state === "open";
    return [named ? `${GLYPH_WORDS[state]}: ${own.join(", ")}` : `${own.length} ${GLYPH_WORDS[state]}`];
  });
  return parts.join("; ");
}

/** The columns' names, on their side, over the strips. */
export function StripHead({ columns }: { columns: readonly { milestoneId: string; short: string }[] }) {
  return (
    <svg className="strip-head" width={columns.length * COLUMN} height={HEAD} aria-hidden="true">
      {columns.map(({ milestoneId, short }, at) => (
        <text key={milestoneId} transform={`translate(${at * COLUMN + 18} ${HEAD - 4}) rotate(-90)`}>
          {short}
        </text>
      ))}
    </svg>
  );
}
