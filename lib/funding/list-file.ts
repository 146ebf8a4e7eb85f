import { readCsv } from "../csv-read";
import { FieldProblem } from "../errors";
import { entryOf, type ListEntry } from "./list-line";
import { MOST_LINES } from "./schema";

/**
 * A file of schools or trusts, from its bytes to entries, or to what is wrong with which line. What the file is, its
 * content says, not its name. Pure.
 */

export type LineProblem = { line: number; text: string };
export type ListFile = {
  entries: ListEntry[];
  problems: LineProblem[];
  /** Lines that say again what an earlier one said. */
  repeated: number;
  /** Headings of columns that were not read. */
  notRead: string[];
};

/** @throws FieldProblem on `file` where the file as a whole cannot be read */
export function readListFile(bytes: Uint8Array): ListFile {
  const records = readCsv(bytes);
  const [head, ...rows] = records;
  if (!head) throw new FieldProblem("file", "The file is empty");
  const { columns, notRead } = columnsOf(head.record);
  if (rows.length === 0) throw new FieldProblem("file", "The file has no lines under its headings");
  if (rows.length > MOST_LINES)
    throw new FieldProblem(
      "file",
      `The file has more than ${MOST_LINES.toLocaleString("en-GB")} lines. Send it in parts.`,
    );
  const file: ListFile = { entries: [], problems: [], repeated: 0, notRead };
  const seen = new Set<string>();
  for (const { record, line } of rows) {
    const cell = (name: Column) => record[columns.get(name) ?? -1]?.trim() ?? "";
    const entry =
      record.length > head.record.length
        ? `This line has ${record.length} cells, and the headings are ${head.record.length}`
        : entryOf(cell);
    if (typeof entry === "string") {
      file.problems.push({ line, text: entry });
      continue;
    }
    const same = JSON.stringify(entry);
    if (seen.has(same)) file.repeated++;
    else file.entries.push(entry);
    seen.add(same);
  }
  return file;
}

export type Column = "urn" | "ukprn" | "number" | "list" | "from" | "to";

/** Headings as people write them, without case, spaces and signs. */
const NAMES: Record<string, Column> = {
  urn: "urn",
  ukprn: "ukprn",
  urnorukprn: "number",
  ukprnorurn: "number",
  urnukprn: "number",
  number: "number",
  list: "list",
  listname: "list",
  nameoflist: "list",
  validfrom: "from",
  from: "from",
  validto: "to",
  validuntil: "to",
  to: "to",
};

function columnsOf(head: string[]): { columns: Map<Column, number>; notRead: string[] } {
  const columns = new Map<Column, number>();
  const notRead: string[] = [];
  for (const [index, heading] of head.entries()) {
    const column = NAMES[heading.toLowerCase().replace(/[^a-z]/g, "")];
    if (!column) notRead.push(heading.trim().slice(0, 60) || `column ${index + 1}`);
    else if (columns.has(column))
      throw new FieldProblem("file", `The heading “${heading.trim().slice(0, 60)}” is there twice`);
    else columns.set(column, index);
  }
  const missing = [
    ...(["urn", "ukprn", "number"].some((name) => columns.has(name as Column)) ? [] : ["URN or UKPRN"]),
    ...(columns.has("list") ? [] : ["List name"]),
    ...(columns.has("from") ? [] : ["Valid from"]),
  ];
  if (missing.length > 0)
    throw new FieldProblem("file", `The first line has no heading “${missing.join("”, and none “")}”`);
  return { columns, notRead };
}
