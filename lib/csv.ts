/**
 * CSV as spreadsheets read it: a byte-order mark, CRLF, quotes where they are needed. A text that a spreadsheet
 * would run as a formula gets an apostrophe in front (checklist, 26).
 */

export type CsvCell = string | number | null | undefined;
export type CsvRow = readonly CsvCell[];

/** The whole file as text; the first row is the headings. */
export function csvFile(rows: readonly CsvRow[]): string {
  return `\uFEFF${rows.map(csvLine).join("")}`;
}

/** The file piece by piece, as its rows come: for a list that is read from the database in parts. */
export function csvStream(
  headings: CsvRow,
  parts: AsyncIterator<readonly CsvRow[]>,
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

function csvLine(row: CsvRow): string {
  return `${row.map(cell).join(",")}\r\n`;
}

function cell(value: CsvCell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
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
