import { CsvError, parse } from "csv-parse/sync";
import { FieldProblem } from "./errors";
import { isStorable } from "./form";

/**
 * A small CSV file that somebody sends by a form (field `file`), from its bytes to cells. What the file is, its content
 * says, not its name. Pure.
 */

/** One record, with the line of the file on which it ends. */
export type CsvRecord = { line: number; record: string[] };

/** The largest such file, in bytes: the form's other fields have room beside it (lib/server/gate.ts). */
export const FILE_LIMIT = 900_000;

const NOT_CSV = "This is not a CSV file. In a spreadsheet, choose “Save as” and “CSV UTF-8”.";

/** The records that are not empty, headings and all. @throws FieldProblem on `file` for what cannot be read */
export function readCsv(bytes: Uint8Array): CsvRecord[] {
  if (bytes.length === 0) throw new FieldProblem("file", "The file is empty");
  if (bytes.length > FILE_LIMIT)
    throw new FieldProblem("file", `The file is larger than ${FILE_LIMIT / 1_000} kB. Send it in parts.`);
  const text = textOf(bytes);
  try {
    const delimiter = separatorOf(text);
    const parsed = parse(text, {
      delimiter,
      // Tabs need no quotation marks around them, so that one inside a name is a part of it.
      relax_quotes: delimiter === "\t",
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 10_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed
      .map(({ record, info }) => ({ record, line: info.lines }))
      .filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    throw new FieldProblem(
      "file",
      `The file cannot be read from line ${lines ?? 1} on: look for a quotation mark that is not closed`,
    );
  }
}

/**
 * UTF-8 with or without its mark, UTF-16 with its mark (Teams, and Excel's "Unicode text"), else what spreadsheets in
 * Western Europe write (ISO 8859-1, Windows 1252).
 */
function textOf(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const wide = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : undefined;
  let text: string;
  try {
    text = new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  // A workbook, a picture, a PDF: all have characters in them that no text has.
  if (!isStorable(text)) throw new FieldProblem("file", NOT_CSV);
  return text.replace(/\r\n?/g, "\n");
}

/** What stands oftenest in the first line that has any: a comma, a semicolon or a tab. A title may stand above it. */
function separatorOf(text: string): string {
  const head = text.split("\n", 20).find((line) => /[,;\t]/.test(line)) ?? "";
  const count = (mark: string) => head.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** A name to recognise a sent file by: without folders, and without what cannot be kept. */
export function nameOfFile(name: string, otherwise: string): string {
  const bare = name.split(/[\\/]/).at(-1)?.replace(/\s+/g, " ").trim() ?? "";
  return isStorable(bare) && bare
    ? Array.from(bare).slice(0, 200).join("").slice(0, 200).toWellFormed()
    : otherwise;
}
