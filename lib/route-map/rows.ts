import { dateColumn, type PlainDate, plainDate } from "../dates";
import type { DatedItem, TemplateItem } from "./schema";

/** Between a milestone's row and its plain values: everything that rolling forward, editing and comparing carry. */

export const milestoneColumns = {
  number: true,
  itemId: true,
  module: true,
  kind: true,
  title: true,
  mode: true,
  minutes: true,
  opensOn: true,
  closesOn: true,
  counts: true,
  note: true,
  description: true,
  place: true,
  placeUrl: true,
} as const;

export type MilestoneColumns = DatedItem &
  Pick<TemplateItem, "description" | "place" | "placeUrl"> & { itemId: string | null };

const day = (date: Date | null): PlainDate | null => date && plainDate(date);
const column = (plain: PlainDate | null) => (plain === null ? null : dateColumn(plain));

/** A row with its days as plain days. */
export function plainRow<T extends { opensOn: Date | null; closesOn: Date | null }>(row: T) {
  return { ...row, opensOn: day(row.opensOn), closesOn: day(row.closesOn) };
}

/** Plain values with their days as the columns take them. */
export function rowColumns<T extends { opensOn: PlainDate | null; closesOn: PlainDate | null }>(item: T) {
  return { ...item, opensOn: column(item.opensOn), closesOn: column(item.closesOn) };
}
