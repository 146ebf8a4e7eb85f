import { GLYPH_WORDS } from "@/components/ui/glyph-shapes";
import { inner, type Markup, markup } from "@/components/ui/markup";
import type { MonthEntry, MonthGroup } from "@/lib/route-map/months";

/**
 * The route map as a list by the month that things open in: what a phone and a screen reader get. Needs the
 * page's `Sprite`. With `anchors`, entries are places to link to (#item-5), and each names its own address.
 */
export function MonthList({ groups, anchors = false }: { groups: readonly MonthGroup[]; anchors?: boolean }) {
  if (groups.length === 0)
    return <p className="months text-muted">Nothing more is to come. The list has what is done.</p>;
  return (
    <ol
      className="months"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: markup that escapes all it is given (ui/markup.ts)
      dangerouslySetInnerHTML={inner(groups.map((group) => groupMarkup(group, anchors)))}
    />
  );
}

function groupMarkup(group: MonthGroup, anchors: boolean): Markup {
  return markup`<li><h3>${group.label}</h3><ul>${group.entries.map((entry) => entryMarkup(entry, anchors))}</ul></li>`;
}

function entryMarkup(entry: MonthEntry, anchors: boolean): Markup {
  const { sign, number, href, title, meta, note } = entry;
  const urgent = sign === "overdue" || sign === "due_soon";
  const word = urgent ? markup`<b class="i-${sign}">${GLYPH_WORDS[sign]} · </b>` : null;
  const details = word || meta ? markup`<small>${word}${meta}</small>` : null;
  return markup`<li${anchors ? markup` id="item-${number}"` : null}><svg class="glyph i-${sign}" role="img" aria-label="${GLYPH_WORDS[sign]}"><use href="#g-${sign}"/></svg><div>${
    anchors
      ? markup`<a class="anchor" href="#item-${number}">${title}</a>`
      : markup`<a href="${href}">${title}</a>`
  }${details}${anchors && note ? markup`<small>${note}</small>` : null}</div></li>`;
}
