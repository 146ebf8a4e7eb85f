import { dayInLondon, type PlainDate, timeInLondon } from "./dates";

/**
 * CSV as spreadsheets read it: a byte-order mark, CRLF, quotes where they are needed. A text that a spreadsheet
 * would run as a formula gets an apostrophe in front (checklist, 26).
 */

/** What a cell of a list can be: a text, a number, a day, a moment (shown in London's time), or nothing. */
export type Cell = string | number | { day: PlainDate } | { at: Date } | null | undefined;
export type Cells = readonly Cell[];

export const CSV_TYPE = "text/csv; charset=utf-8";

/** The whole file as text; the first row is the headings. */
export function csvFile(rows: readonly Cells[]): string {
  return `\uFEFF${rows.map(csvLine).join("")}`;
}

/** The file piece by piece, as its rows come: for a list that is read from the database in parts. */
export function csvStream(
  headings: Cells,
  parts: AsyncIterator<readonly Cells[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (file) => file.enqueue(encoder.encode(csvFile([headings]))),
    async pull(file) {
      const { done, value } = await parts.next();
      if (done) file.close();
      else file.enqueue(encoder.encode(value.map(csvLine).join("")));
    },
    async cancel() {
      await parts.return?.();
    },
  });
}

function csvLine(row: Cells): string {
  return `${row.map(cell).join(",")}\r\n`;
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "object")
    return "day" in value ? value.day : `${dayInLondon(value.at)} ${timeInLondon(value.at)}`;
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The headers with which a file is downloaded rather than shown. The name is our own: letters, digits, hyphens. */
export function downloadHeaders(name: string, type: string): Record<string, string> {
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name.replace(/[^A-Za-z0-9.-]+/g, "-")}"`,
  };
}
