import { hoursAndMinutes, type PlainDate } from "../dates";
import type { Band } from "./rail-bands";
import { type RailItem, type RailSign, signOf, windowInWords } from "./rail-items";
import type { Extent } from "./rail-lanes";
import { textWidth } from "./text-width";

/** One item's bar and label. Lengths are units of the SVG's view box. */

export const RAIL_WIDTH = 1090;
export const BAR_HEIGHT = 24;
export const LABEL_SIZE = 13;
/** The lanes' names stand here. */
export const GUTTER = 84;
/** The column for items without a date. */
export const BEFORE = 106;
const SIGN_SPACE = 26;
const LABEL_END = 8;

export type RailBar = {
  number: number;
  href: string;
  sign: RailSign;
  x: number;
  y: number;
  width: number;
  label: string;
  labelX: number;
  /** Inside its bar, or beside it where it would not fit. */
  labelAt: "inside" | "right" | "left";
  /** The tone of the band that a label beside its bar stands on; null inside the bar. */
  ground: Band["tone"] | null;
  /** Everything in one sentence, for a tooltip and for people who hear the rail. */
  name: string;
};

export type Scale = { left: number; month: number; at: (day: PlainDate, end?: boolean) => number };
export type Placed = Omit<RailBar, "y" | "ground"> & { extent: Extent };

export const round = (length: number) => Math.round(length * 10) / 10;

/** Where an item's bar begins and ends, and its label inside it or beside it. */
export function place(item: RailItem, scale: Scale): Placed {
  const dated = item.opensOn !== null && item.closesOn !== null;
  // Progress takes the place of the hours that a short title may end with.
  const label = item.progressLabel
    ? `${item.shortTitle.split(" · ")[0]} · ${item.progressLabel}`
    : item.shortTitle;
  const text = textWidth(label, LABEL_SIZE);
  const inside = SIGN_SPACE + text + LABEL_END;
  // What opens before the start stands at the start; what opens at the very end still has its sign.
  const from = item.opensOn ? Math.max(scale.at(item.opensOn), scale.left) : GUTTER;
  const x = Math.min(from + 3, RAIL_WIDTH - BAR_HEIGHT - 1);
  const room = item.closesOn && dated ? scale.at(item.closesOn, true) - 3 - x : BEFORE - 8;
  const width = Math.max(room, BAR_HEIGHT);
  const beside = x + width + 5;
  const labelAt = inside <= width ? "inside" : beside + text <= RAIL_WIDTH ? "right" : "left";
  const labelX = { inside: x + SIGN_SPACE, right: beside, left: x - 5 - text }[labelAt];
  return {
    number: item.number,
    href: item.href,
    sign: signOf(item),
    x: round(x),
    width: round(width),
    label,
    labelX: round(labelX),
    labelAt,
    name: nameOf(item),
    extent: { left: Math.min(x, labelX), right: Math.max(x + width, labelX + text) },
  };
}

const STATE_WORDS: Record<NonNullable<RailItem["state"]>, string> = {
  upcoming: "to come",
  open: "open",
  due_soon: "due soon",
  overdue: "overdue",
  completed: "done",
  credited: "credited",
  not_required: "not required",
};

function nameOf(item: RailItem): string {
  const parts = [
    item.module ? `module ${item.module}` : "",
    windowInWords(item),
    item.minutes ? hoursAndMinutes(item.minutes) : "",
    item.progressLabel ?? "",
    item.state ? STATE_WORDS[item.state] : "",
  ];
  return [item.title, ...parts.filter(Boolean)].join(", ");
}
