import type { Cell, Cells } from "./csv";
import { dateColumn, dayInLondon, type PlainDate, timeInLondon } from "./dates";
import { packageParts, SHEET, STYLE } from "./xlsx-parts";

/**
 * A list as an Excel workbook, made row by row as it is read, so that a long one takes no more memory than a short
 * one. Every cell is a text, a number, a day or a moment, said to be one: nothing in it is ever run as a formula or
 * taken for something else, so that a TRN keeps its noughts.
 */

export type XlsxColumn = { heading: string /** In characters. */; width?: number };

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The longest text that Excel takes into a cell. */
const LONGEST = 32_767;

/** A workbook of one sheet, its headings in bold and staying in sight, piece by piece. */
export async function xlsxStream(
  sheet: string,
  columns: readonly XlsxColumn[],
  parts: AsyncIterator<readonly Cells[]>,
): Promise<ReadableStream<Uint8Array>> {
  // Loaded when a workbook is asked for: no page needs it.
  const { Zip, ZipDeflate } = await import("fflate");
  const encoder = new TextEncoder();
  const ready: Uint8Array[] = [];
  const zip = new Zip((fault, chunk) => {
    if (fault) throw fault;
    ready.push(chunk);
  });
  const add = (name: string) => {
    const file = new ZipDeflate(name);
    zip.add(file);
    return file;
  };
  for (const [name, xml] of packageParts(sheet)) add(name).push(encoder.encode(xml), true);
  const rows = add(SHEET);
  let row = 1;
  const write = (xml: string, last = false) => rows.push(encoder.encode(xml), last);
  const headings = columns.map(({ heading }) => text(heading, STYLE.heading)).join("");
  write(`${opening(columns)}<row r="1">${headings}</row>`);

  return new ReadableStream({
    async pull(file) {
      // The packer keeps what is not enough for a block yet.
      while (ready.length === 0) {
        const { done, value } = await parts.next();
        if (done) {
          write("</sheetData></worksheet>", true);
          zip.end();
          for (const chunk of ready.splice(0)) file.enqueue(chunk);
          return file.close();
        }
        write(value.map((cells) => `<row r="${++row}">${cells.map(cell).join("")}</row>`).join(""));
      }
      for (const chunk of ready.splice(0)) file.enqueue(chunk);
    },
    async cancel() {
      await parts.return?.();
    },
  });
}

function opening(columns: readonly XlsxColumn[]): string {
  const widths = columns.map(
    ({ heading, width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width ?? Math.max(12, heading.length + 2)}" customWidth="1"/>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join("")}</cols><sheetData>`
  );
}

function cell(value: Cell): string {
  if (value === null || value === undefined || value === "") return "<c/>";
  if (typeof value === "number") return Number.isFinite(value) ? `<c><v>${value}</v></c>` : "<c/>";
  if (typeof value === "string") return text(value, STYLE.text);
  if ("day" in value) return `<c s="${STYLE.day}"><v>${dayNumber(value.day)}</v></c>`;
  const [hours = 0, minutes = 0] = timeInLondon(value.at).split(":").map(Number);
  return `<c s="${STYLE.moment}"><v>${dayNumber(dayInLondon(value.at)) + (hours * 60 + minutes) / 1_440}</v></c>`;
}

/** A day as Excel counts them: 1 is the last of 1899, as it were. */
const dayNumber = (day: PlainDate) => (dateColumn(day).getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function text(value: string, style: number): string {
  const safe = value
    .slice(0, LONGEST)
    .toWellFormed()
    // XML has no control characters but these three.
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "")
    // Excel reads _x0041_ as the character of that number.
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? "");
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${safe}</t></is></c>`;
}
