import { type Markup, markup } from "@/components/ui/markup";
import type { RailBar, RailLayout } from "@/lib/route-map/rail";

/** What is drawn inside the rail's svg, from back to front. It only draws what `layoutRail` has worked out. */
export function railMarkup(layout: RailLayout, decorative: boolean): Markup {
  const { width, height, bandTop, months, bands, lanes, bars, today } = layout;
  return markup`${bands.map(
    (band) =>
      markup`<rect class="band-${band.tone}" x="${band.x}" y="${bandTop}" width="${band.width}" height="${height - bandTop}" rx="10"/>`,
  )}<path class="rail-rules" d="${lanes
    .slice(1)
    .map((lane) => `M0 ${lane.top}H${width}`)
    .join("")}"/>${
    today === null ? null : markup`<path class="rail-today" d="M${today} ${bandTop}V${height}"/>`
  }<g aria-hidden="true">${months.map(
    (month) =>
      markup`<text class="rail-month${month.strong ? " rail-year" : ""}" x="${month.x}" y="20">${month.label}</text>`,
  )}${bands.map(
    (band) =>
      markup`<text class="rail-band on-${band.tone}" x="${band.x + 11}" y="${bandTop + 20}">${band.label}</text>`,
  )}${lanes.map(
    (lane) => markup`<text class="rail-lane" x="0" y="${lane.y + 4.5}">${lane.label}</text>`,
  )}</g>${bars.map((bar) => barMarkup(bar, decorative))}${
    today === null ? null : todayMarkup(today, height - 17, width)
  }`;
}

/** Few bytes, since each is sent twice: height and rounding of the bar stand in the stylesheet. */
function barMarkup(bar: RailBar, decorative: boolean): Markup {
  const { sign, x, y } = bar;
  return markup`<a href="${bar.href}" class="i-${sign}"${
    decorative ? markup` tabindex="-1"` : null
  }><title>${bar.name}</title><rect x="${x}" y="${y}" width="${bar.width}"/><use href="#g-${sign}" x="${tidy(x + 3)}" y="${y + 2}"/><text${
    bar.ground === null ? null : markup` class="on-${bar.ground}"`
  } x="${bar.labelX}" y="${tidy(y + 16.7)}">${bar.label}</text></a>`;
}

const PILL = 46;

function todayMarkup(x: number, y: number, width: number): Markup {
  const left = tidy(Math.min(Math.max(x - PILL / 2, 0), width - PILL));
  return markup`<g aria-hidden="true"><rect class="rail-today-pill" x="${left}" y="${y}" width="${PILL}" height="17" rx="8.5"/><text class="rail-today-text" x="${left + PILL / 2}" y="${y + 12.5}">Today</text></g>`;
}

const tidy = (length: number) => Math.round(length * 10) / 10;
