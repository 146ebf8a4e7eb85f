import "server-only";
import { Readable } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";
import { WrongState } from "../errors";

/**
 * The register's file as a stream of records, a few at a time in memory whatever its size. GIAS writes ISO-8859-1
 * with the quotation marks and dashes of Windows-1252; a file that somebody saved as UTF-8 says so by its first bytes.
 */

/** A record with the line of the file on which it begins, counted from 1 as an editor does. */
export type FileRecord = { line: number; cells: string[] };

/** The longest record, in characters: some fifty times a usual one. What is longer has lost a quotation mark. */
const LONGEST_RECORD = 100_000;

/** Reads the records one after another; throws a WrongState that names the line where the file is no CSV. */
export async function* recordsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileRecord> {
  // Where the record begins that is being read: what has been read already waits in the stream.
  let next = 1;
  const parser = parse({
    info: true,
    on_record: (record, { lines }) => {
      next = lines + 1;
      return record;
    },
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    record_delimiter: "\n",
  });
  const text = Readable.from(textOf(chunks), { objectMode: false, highWaterMark: 65_536 });
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      yield { line: info.lines - breaksIn(record), cells: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new WrongState(problemOf(error, next));
    throw error;
  } finally {
    text.destroy();
    parser.destroy();
  }
}

/** The bytes as text with one kind of line break, so that a line is a line. */
async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held = "";
  for await (const chunk of chunks) {
    const utf8 = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    decoder ??= new TextDecoder(utf8 ? "utf-8" : "windows-1252");
    const text = held + decoder.decode(chunk, { stream: true });
    // A carriage return at the end may be half of a line break.
    held = text.endsWith("\r") ? "\r" : "";
    yield (held ? text.slice(0, -1) : text).replace(/\r\n?/g, "\n");
  }
  const rest = held + (decoder?.decode() ?? "");
  if (rest) yield rest.replace(/\r\n?/g, "\n");
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells)
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) breaks += 1;
  return breaks;
}

/** `next` is the line on which the record began that could not be read to its end. */
function problemOf(error: CsvError, next: number): string {
  const { lines = next } = error as unknown as { lines?: number };
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return `Line ${next}: the file ends inside quotation marks that open here; it has been cut short, or one is missing.`;
    case "CSV_MAX_RECORD_SIZE":
      return `Line ${next}: the record that begins here does not end; a quotation mark is missing.`;
    default:
      return `Line ${lines}: a quotation mark stands where there can be none.`;
  }
}
