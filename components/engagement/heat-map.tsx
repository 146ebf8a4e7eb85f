import { RouteKey } from "@/components/route-map/route-key";
import { Sprite } from "@/components/route-map/sprite";
import { GLYPH_TONES, GLYPH_WORDS } from "@/components/ui/glyph-shapes";
import { inner, markup } from "@/components/ui/markup";
import { TableScroll } from "@/components/ui/table-scroll";
import type { HeatMap } from "@/lib/engagement/heat-map";
import { MILESTONE_STATES } from "@/lib/engagement/schema";
import { STANDING_TEXT, standingOf } from "@/lib/engagement/schema-tone";

type Props = {
  map: HeatMap;
  /** The cohort's address. */
  home: string;
};

/**
 * People by milestone: a sign in each cell, which leads to the person's milestone. The rows are text (markup.ts): as
 * elements, a page of fifty people would be some six thousand of them.
 */
export function HeatMapTable({ map, home }: Props) {
  const used = new Set(map.rows.flatMap(({ states }) => states));
  const signs = MILESTONE_STATES.filter((state) => used.has(state));
  return (
    <>
      <Sprite signs={signs} />
      <div className="heat-map-wide mb-3">
        <RouteKey signs={signs} />
      </div>
      <TableScroll label="People by milestone" className="heat-map-frame heat-map-wide">
        <table className="data-table heat-map">
          <thead>
            <tr>
              <th scope="col">Participant</th>
              {map.columns.map(({ milestoneId, short, title }) => (
                <th key={milestoneId} scope="col" title={title}>
                  <span>{short}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody
            // biome-ignore lint/security/noDangerouslySetInnerHtml: `inner` takes markup only, which escapes its gaps
            dangerouslySetInnerHTML={inner(map.rows.map((row) => line(row, map, home)))}
          />
          <tfoot>
            <tr>
              <th scope="row">Done, of all active</th>
              {map.columns.map(({ milestoneId }) => (
                <td key={milestoneId}>{percentDone(map.done[milestoneId])}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </>
  );
}

function line(row: HeatMap["rows"][number], map: HeatMap, home: string) {
  const person = `${home}/participants/${row.enrolmentId}`;
  const { percent } = row.engagement.toDate;
  const tone = percent === null ? "" : STANDING_TEXT[standingOf(row.engagement)];
  const cells = row.states.map((state, at) => {
    const { number = 0, title = "" } = map.columns[at] ?? {};
    return markup`<td><a href="${person}#milestone-${number}" aria-label="${title}: ${GLYPH_WORDS[state]}"><svg width="20" height="20" aria-hidden="true" class="${GLYPH_TONES[state]}"><use href="#g-${state}"/></svg></a></td>`;
  });
  const figure = percent === null ? "" : `${percent}%`;
  return markup`<tr><th scope="row"><a href="${person}">${row.fullName}</a> <small class="${tone}">${figure}</small></th>${cells}</tr>`;
}

/** "85%" of those whom it is asked of, rounded down. */
export const percentDone = (count: { done: number; of: number } | undefined) =>
  count && count.of > 0 ? `${Math.floor((count.done * 100) / count.of)}%` : "–";
