import type { Row } from "write-excel-file/node";
import { dateColumn, type PlainDate } from "./dates";

/**
 * A list as an Excel workbook. Every cell is a text, a number or a day, said to be one: nothing in it is ever run as a
 * formula or taken for something else, so that a TRN keeps its noughts.
 */

export type XlsxCell = string | number | { day: PlainDate } | null | undefined;
export type XlsxColumn = { heading: string /** In characters. */; width?: number };

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The longest text that Excel takes into a cell. */
const LONGEST = 32_767;

/** A workbook of one sheet, its headings in bold and staying in sight. Held in memory: for some ten thousand rows. */
export async function xlsxFile(
  sheet: string,
  columns: readonly XlsxColumn[],
  rows: readonly (readonly XlsxCell[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded when a workbook is asked for: no page needs it.
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const headings: Row = columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: "bold" }));
  const data: Row[] = [headings, ...rows.map((row) => row.map(cell))];
  const options = {
    // Excel's rules for the name of a sheet.
    sheet: sheet.replace(/[\\/?*[\]:']/g, " ").slice(0, 31),
    columns: columns.map(({ heading, width }) => ({ width: width ?? Math.max(12, heading.length + 2) })),
    stickyRowsCount: 1,
  };
  return new Uint8Array(await writeExcelFile(data, options).toBuffer());
}

function cell(value: XlsxCell): Row[number] {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  if (typeof value === "object") return { value: dateColumn(value.day), type: Date, format: "dd/mm/yyyy" };
  // XML has no control characters but these three.
  const text = value
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]/gu, "")
    .slice(0, LONGEST);
  return { value: text, type: String, format: "@" };
}
