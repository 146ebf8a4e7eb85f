import { monthShort, monthStart, monthsBetween, type PlainDate } from "../dates";
import { type Band, bandsOf } from "./rail-bands";
import { daysInMonth, earlier, monthIndex, type RailItem } from "./rail-items";
import { LANES, packRows } from "./rail-lanes";
import { BAR_HEIGHT, BEFORE, GUTTER, place, RAIL_WIDTH, type RailBar, round, type Scale } from "./rail-place";

export { type RailItem, type RailState, railItem } from "./rail-items";
export { BAR_HEIGHT, LABEL_SIZE, type RailBar } from "./rail-place";

/**
 * Where everything on the rail stands, as plain numbers, so that a component only draws. Lengths are units of
 * the SVG's view box; the page shows about one pixel a unit at full width.
 */

const HEAD = 30;
const BAND_HEAD = 30;
const ROW = 30;
const LANE_GAP = 12;
const CLEAR = 8;
const FOOT = 24;

export type RailLayout = {
  width: number;
  height: number;
  months: { x: number; label: string; strong: boolean }[];
  bands: Band[];
  bandTop: number;
  lanes: { label: string; y: number; top: number }[];
  bars: RailBar[];
  today: number | null;
};

/**
 * Lays out a rail of at least `months` months from the first day of the month `start`; it grows to the last
 * item's end. Items without a window stand in a column before the first month. `today` draws the line. `whole` is
 * the map that `items` are chosen from: months and modules then stay where they are, whatever is chosen.
 */
export function layoutRail(input: {
  start: PlainDate;
  months: number;
  items: readonly RailItem[];
  whole?: readonly RailItem[];
  today?: PlainDate;
}): RailLayout {
  const whole = input.whole ?? input.items;
  const start = monthStart(input.start);
  const last = whole.reduce((end, { closesOn }) => (closesOn && closesOn > end ? closesOn : end), start);
  const months = Math.max(input.months, monthsBetween(start, last) + 1);
  const before = whole.some((item) => item.opensOn === null) ? BEFORE : 0;
  const left = GUTTER + before;
  const month = (RAIL_WIDTH - 4 - left) / months;
  const scale: Scale = { left, month, at: (day, end) => left + month * monthsFrom(start, day, end === true) };

  const bands = bandsOf(whole, { ...scale, before, end: left + month * months });
  const { lanes, bars, bottom } = fillLanes(input.items, scale, bands);
  const inside = input.today && input.today >= start && input.today < monthStart(start, months);
  const today = inside && input.today ? round(scale.at(input.today)) : null;
  return {
    width: RAIL_WIDTH,
    // The line's pill hangs below the last lane.
    height: bottom + (today === null ? 6 : FOOT),
    months: monthHeads(start, months, scale),
    bands,
    bandTop: HEAD,
    lanes,
    bars,
    today,
  };
}

function fillLanes(items: readonly RailItem[], scale: Scale, bands: readonly Band[]) {
  const lanes: RailLayout["lanes"] = [];
  const bars: RailBar[] = [];
  let y = HEAD + BAND_HEAD;
  for (const lane of LANES) {
    const placed = items
      .filter((item) => lane.kinds.includes(item.kind))
      .toSorted((a, b) => earlier(a.opensOn ?? "", b.opensOn ?? "") || a.number - b.number)
      .map((item) => place(item, scale));
    if (placed.length === 0) continue;
    const extents = placed.map(({ extent }) => extent);
    const rows = packRows(extents, CLEAR);
    lanes.push({ label: lane.label, top: y, y: y + LANE_GAP / 2 + BAR_HEIGHT / 2 });
    placed.forEach(({ extent: _, ...bar }, at) => {
      const ground = bar.labelAt === "inside" ? null : groundOf(bar.labelX, bands);
      bars.push({ ...bar, ground, y: y + LANE_GAP / 2 + (rows[at] ?? 0) * ROW });
    });
    y += (Math.max(...rows) + 1) * ROW + LANE_GAP - (ROW - BAR_HEIGHT);
  }
  return { lanes, bars, bottom: y };
}

const groundOf = (x: number, bands: readonly Band[]) => bands.findLast((band) => x >= band.x)?.tone ?? 4;

/** Months from `start` to a day, with the part of its month that has gone by; with `end`, to the day's end. */
function monthsFrom(start: PlainDate, day: PlainDate, end: boolean): number {
  const gone = Number(day.slice(8)) - (end ? 0 : 1);
  return monthIndex(day) - monthIndex(start) + gone / daysInMonth(day);
}

/** "May 2025", then short names; every January says its year. */
function monthHeads(start: PlainDate, months: number, scale: Scale): RailLayout["months"] {
  return Array.from({ length: months }, (_, at) => {
    const first = monthStart(start, at);
    const strong = at === 0 || first.slice(5, 7) === "01";
    const label = strong ? `${monthShort(first)} ${first.slice(0, 4)}` : monthShort(first);
    return { x: round(scale.left + scale.month * (at + 0.5)), label, strong };
  });
}
