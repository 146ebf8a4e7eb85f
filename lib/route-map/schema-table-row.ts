import { isPlainDate } from "../dates";
import { ITEM_KINDS, ITEM_MODES, type ItemKind, type ItemMode } from "./schema";

/** One row of the table in which a route map is edited, and what is wrong with it. Safe in the browser. */

export const TABLE_FIELDS = [
  "key",
  "remove",
  "title",
  "module",
  "kind",
  "mode",
  "opens",
  "closes",
  "minutes",
  "counts",
  "note",
  "description",
  "place",
  "placeUrl",
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** A row as it was typed, checked. `key` names the item that is there: a milestone's identifier, an item's number. */
export type TableRow = {
  /** What its fields' names end with. */
  at: string;
  key: string | null;
  remove: boolean;
  title: string;
  /** Of a new row; an item that is there keeps its own. */
  module: number | null;
  kind: ItemKind | null;
  mode: ItemMode | null;
  /** A day, or a month counted from the start month. */
  opens: string | null;
  closes: string | null;
  minutes: number | null;
  counts: boolean;
  note: string | null;
  description: string | null;
  place: string | null;
  placeUrl: string | null;
};

export const WHEN = {
  days: {
    valid: isPlainDate,
    before: (a: string, b: string) => a < b,
    message: "Enter a day, or leave both days empty",
  },
  months: {
    valid: (text: string) => /^-?\d{1,2}$/.test(text) && Number(text) >= -12 && Number(text) <= 72,
    before: (a: string, b: string) => Number(a) < Number(b),
    message: "Enter a month from -12 to 72, or leave both empty; 0 is the start month",
  },
} as const;

export function rowOf(at: string, text: (field: TableField) => string): TableRow | null {
  const key = text("key") || null;
  const title = text("title").replace(/\s+/g, " ");
  if (!key && !title) return null;
  const of = <T extends string>(list: readonly T[], value: string) =>
    list.find((each) => each === value) ?? null;
  const whole = (value: string) => (/^\d{1,4}$/.test(value) ? Number(value) : null);
  return {
    at,
    key,
    remove: text("remove") === "yes",
    title,
    module: whole(text("module")),
    kind: of(ITEM_KINDS, text("kind")),
    mode: of(ITEM_MODES, text("mode")),
    opens: text("opens") || null,
    closes: text("closes") || null,
    minutes: whole(text("minutes")),
    counts: text("counts") === "yes",
    note: text("note") || null,
    description: text("description").replace(/\r\n?/g, "\n") || null,
    place: text("place") || null,
    placeUrl: text("placeUrl") || null,
  };
}

export function checkRow(
  row: TableRow,
  text: (field: TableField) => string,
  when: keyof typeof WHEN,
  wrong: (field: TableField, message: string) => void,
): void {
  const { valid, before, message } = WHEN[when];
  const { opens, closes, minutes } = row;
  if (!row.title || row.title.length > 120) wrong("title", "enter a title of 120 characters or fewer");
  if (!row.key && !row.kind) wrong("kind", "choose what kind of item it is");
  if (opens !== null && !valid(opens)) wrong("opens", message);
  if (closes !== null && !valid(closes)) wrong("closes", message);
  if ((opens === null) !== (closes === null))
    wrong(opens === null ? "opens" : "closes", "give both or neither");
  if (opens && closes && valid(opens) && valid(closes) && before(closes, opens))
    wrong("closes", "enter an end that is not before the start");
  if (text("minutes") !== "" && (minutes === null || minutes > 6_000))
    wrong("minutes", "enter minutes from 0 to 6,000, or leave it empty");
  if (row.counts && !((minutes ?? 0) > 0)) wrong("minutes", "what counts needs its minutes");
  if (row.counts && opens === null) wrong("opens", "what counts needs its window");
  if ((row.note ?? "").length > 300) wrong("note", "shorten the note to 300 characters");
  if ((row.description ?? "").length > 4_000) wrong("description", "shorten this to 4,000 characters");
  if ((row.place ?? "").length > 200) wrong("place", "shorten the place to 200 characters");
  if (row.placeUrl && !(URL.canParse(row.placeUrl) && /^https:\/\/\S{1,490}$/.test(row.placeUrl)))
    wrong("placeUrl", "enter the whole address, beginning with https://");
}
