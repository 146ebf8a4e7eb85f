import type { ReactNode } from "react";
import { GLYPH_PATHS, type GlyphState } from "@/components/ui/glyph-shapes";
import type { MonthGroup } from "@/lib/route-map/months";
import type { RailLayout } from "@/lib/route-map/rail";
import { MonthList } from "./month-list";
import { Rail } from "./rail";
import { RouteKey } from "./route-key";
import { Sprite } from "./sprite";

const ALL = Object.keys(GLYPH_PATHS) as GlyphState[];

/**
 * A route map: the programme's, a participant's or a cohort's, by what it is given. Where there is room it is
 * the rail, elsewhere the list by month. With `listToo` the list stands under the rail at every width and
 * carries the content; rail links then lead to its entries, so give items the address `#item-<number>`.
 */
export function RouteMap({
  layout,
  groups,
  label,
  heading,
  listToo = false,
  fold,
}: {
  layout: RailLayout;
  groups: readonly MonthGroup[];
  /** Names the rail: "Your route map from May 2026 to January 2028". */
  label: string;
  /** Title and links that stand beside the key. */
  heading?: ReactNode;
  listToo?: boolean;
  /** Folds the list away under this title. */
  fold?: string;
}) {
  const used = new Set<GlyphState>(layout.bars.map((bar) => bar.sign));
  const signs = ALL.filter((sign) => used.has(sign));
  const list = <MonthList groups={groups} anchors={listToo} />;
  return (
    <div className={listToo ? "route-map route-map-both" : "route-map"}>
      <Sprite signs={signs} />
      <div className="route-head">
        {heading}
        <RouteKey signs={signs} />
      </div>
      <Rail layout={layout} label={label} decorative={listToo} />
      {fold ? (
        <details className="route-fold">
          <summary>{fold}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </div>
  );
}
