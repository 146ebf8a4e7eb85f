import type { PlannedItem } from "@/lib/route-map/changes";
import type { TableField } from "@/lib/route-map/schema-table";

/** A row's fields as text, as the form has them. */
export type Values = Record<TableField, string>;
/** A row of the table: as it is saved, and, where a plan is taken up again, as it was typed. */
export type Row = {
  /** What its fields' names end with. */
  at: string;
  saved: Values;
  planned?: Values;
  /** Kind and module, for an item that is there. */
  what: string;
  /** True when something hangs on it, so that it cannot be removed. */
  kept: boolean;
};

const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? "" : String(value);

/** An item's fields as text. */
export function valuesOf(
  item: Omit<PlannedItem, "id" | "itemId" | "opensOn" | "closesOn">,
  when: { key: string; opens: string | number | null; closes: string | number | null; remove?: boolean },
): Values {
  return {
    key: when.key,
    remove: when.remove ? "yes" : "",
    title: item.title,
    module: text(item.module),
    kind: item.kind,
    mode: text(item.mode),
    opens: text(when.opens),
    closes: text(when.closes),
    minutes: text(item.minutes),
    counts: item.counts ? "yes" : "",
    note: text(item.note),
    description: text(item.description),
    place: text(item.place),
    placeUrl: text(item.placeUrl),
  };
}

export const NEW_VALUES: Values = {
  key: "",
  remove: "",
  title: "",
  module: "",
  kind: "",
  mode: "",
  opens: "",
  closes: "",
  minutes: "",
  counts: "",
  note: "",
  description: "",
  place: "",
  placeUrl: "",
};

/** "Learning audit review", for choosing and for reading. */
export const kindName = (kind: string) => {
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const whatItIs = ({ kind, module }: { kind: string; module: number | null }) =>
  module ? `${kindName(kind)}, module ${module}` : kindName(kind);
