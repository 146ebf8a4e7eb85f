import { hoursAndMinutes, type PlainDate, shortDate } from "../dates";
import { type DatedItem, MODE_WORDS } from "./schema";

/** What differs between two states of a route map: pure. For the preview, the audit row and the comparison. */

type Words = { description?: string | null; place?: string | null; placeUrl?: string | null };
/** An item as it is compared; `id` of one that is there, null of one to be added. */
export type PlannedItem = DatedItem & Words & { id: string | null; itemId: string | null };

export const COMPARED = [
  "title",
  "mode",
  "opensOn",
  "closesOn",
  "minutes",
  "counts",
  "note",
  "description",
  "place",
  "placeUrl",
] as const;
export type ComparedField = (typeof COMPARED)[number];

export type FieldChange = { field: ComparedField; from: string; to: string };
export type ItemChange = { item: PlannedItem; before: PlannedItem; fields: FieldChange[] };
export type RouteMapChanges = { changed: ItemChange[]; added: PlannedItem[]; removed: PlannedItem[] };

const LONG = 60;
const inWords = (field: ComparedField, value: string | number | boolean | null | undefined): string => {
  if (value === null || value === undefined || value === "") return "nothing";
  if (field === "mode") return MODE_WORDS[value as keyof typeof MODE_WORDS];
  if (field === "minutes") return hoursAndMinutes(Number(value));
  if (field === "counts") return value ? "counts" : "does not count";
  const text = field === "opensOn" || field === "closesOn" ? shortDate(value as PlainDate) : String(value);
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
};

/** The fields in which two items differ, in words. */
export function fieldChanges(before: PlannedItem, after: PlannedItem): FieldChange[] {
  return COMPARED.filter((field) => (before[field] ?? null) !== (after[field] ?? null)).map((field) => ({
    field,
    from: inWords(field, before[field]),
    to: inWords(field, after[field]),
  }));
}

/** What would change; items are found by `same`, their identifiers unless told otherwise. */
export function changesBetween(
  before: readonly PlannedItem[],
  after: readonly PlannedItem[],
  same: (item: PlannedItem) => string | number | null = ({ id }) => id,
): RouteMapChanges {
  const now = new Map(before.map((item) => [same(item), item]));
  const then = new Set(after.map(same));
  const pairs = after.flatMap((item) => {
    const old = now.get(same(item));
    return old ? [{ item, before: old, fields: fieldChanges(old, item) }] : [];
  });
  return {
    changed: pairs.filter(({ fields }) => fields.length > 0),
    added: after.filter((item) => !now.has(same(item))),
    removed: before.filter((item) => !then.has(same(item))),
  };
}

export const isEmpty = ({ changed, added, removed }: RouteMapChanges) =>
  changed.length + added.length + removed.length === 0;
