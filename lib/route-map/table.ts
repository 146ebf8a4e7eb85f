import type { Cell } from "../csv";
import { MODE_WORDS, type PublicRouteMap } from "./schema";

/** The route map as a table, for spreadsheets: a row of headings, then a row for each item in its order. */
export function routeMapTable(map: PublicRouteMap): Cell[][] {
  const rows = map.items.map((item): Cell[] => [
    item.number,
    item.module ?? "",
    item.title,
    item.mode ? MODE_WORDS[item.mode] : "",
    item.minutes ?? "",
    item.opensOn,
    item.closesOn,
    item.counts ? "yes" : "no",
    item.note,
  ]);
  return [
    ["Item", "Module", "Title", "How", "Minutes", "From", "To", "Counts towards engagement", "Note"],
    ...rows,
  ];
}
