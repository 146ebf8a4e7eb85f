import { readFileSync } from "node:fs";
import { monthEnd, monthStart } from "../../lib/dates";
import type { DatedItem } from "../../lib/route-map/schema";
import { itemKind, itemMode } from "../../lib/route-map/schema";

/** The published text version of the route map, as it lies beside the seed's data. */
const csv = readFileSync(
  new URL("../../prisma/seed/npqel/route-map-npqel-spring-2025.csv", import.meta.url),
  "utf8",
);

/** No field of this file has a comma or a quote in it. */
const records = (() => {
  const [header = "", ...lines] = csv.trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((text, index) => [names[index] ?? "", text])),
  );
})();

const optional = <T>(text: string | undefined, read: (text: string) => T): T | null =>
  text ? read(text) : null;

/** The items of Spring 2025, dated as published or as corrected. */
export function springOf2025(dates: "published" | "corrected"): DatedItem[] {
  return records.map((row) => {
    const corrected = dates === "corrected";
    const opens = (corrected && row.corrected_start) || row.published_start;
    const closes = (corrected && row.corrected_end) || row.published_end;
    return {
      number: Number(row.order),
      module: optional(row.module, Number),
      kind: itemKind.parse(row.kind),
      title: row.title ?? "",
      mode: optional(row.mode, (text) => itemMode.parse(text)),
      minutes: optional(row.minutes, Number),
      opensOn: optional(opens, (month) => monthStart(`${month}-01`)),
      closesOn: optional(closes, (month) => monthEnd(`${month}-01`)),
      counts: row.counts_towards_engagement === "yes",
      note: null,
    };
  });
}
