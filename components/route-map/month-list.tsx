import { GLYPH_TONES, GLYPH_WORDS } from "@/components/ui/glyph-shapes";
import type { MonthEntry, MonthGroup } from "@/lib/route-map/months";

/**
 * The route map as a list by the month that things open in: what a phone and a screen reader get. Needs the
 * page's `Sprite`. With `anchors`, entries are places to link to (#item-5) rather than links.
 */
export function MonthList({ groups, anchors = false }: { groups: readonly MonthGroup[]; anchors?: boolean }) {
  return (
    <ol className="months">
      {groups.map((group) => (
        <li key={group.label}>
          <h3>{group.label}</h3>
          <ul>
            {group.entries.map((entry) => (
              <Entry key={entry.number} entry={entry} anchors={anchors} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, anchors }: { entry: MonthEntry; anchors: boolean }) {
  const { sign } = entry;
  const urgent = sign === "overdue" || sign === "due_soon";
  return (
    <li id={anchors ? `item-${entry.number}` : undefined}>
      <svg
        className={`glyph ${GLYPH_TONES[sign]}`}
        viewBox="0 0 20 20"
        role="img"
        aria-label={GLYPH_WORDS[sign]}
      >
        <use href={`#g-${sign}`} />
      </svg>
      <div>
        {anchors ? <b>{entry.title}</b> : <a href={entry.href}>{entry.title}</a>}
        <small>
          {urgent ? <b className={GLYPH_TONES[sign]}>{GLYPH_WORDS[sign]} · </b> : null}
          {entry.meta}
        </small>
        {anchors && entry.note ? <small>{entry.note}</small> : null}
      </div>
    </li>
  );
}
