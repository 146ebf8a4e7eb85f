import { normaliseAddress } from "../../auth/address";
import { readCsv } from "../../csv-read";
import { FieldProblem } from "../../errors";
import { MOST_LINES } from "../schema-registrations";

/**
 * A list of registrations as DfE gives it to providers, from bytes to registrations or to what is wrong with a line.
 * Headings are DfE's (its API, version 3) in any order, case and spacing; other columns are not read. Pure.
 */

export type Registration = {
  line: number;
  dfeId: string;
  fullName: string;
  /** As the portal keeps addresses; "" for none. */
  email: string;
  trn: string | null;
  /** DfE's course identifier; "" where the list has no such column or cell. */
  course: string;
};
export type WrongLine = { line: number; why: string };

const NAMES = {
  id: ["id", "applicationid"],
  participant: ["participantid", "dfeid"],
  trn: ["teacherreferencenumber", "trn"],
  email: ["email", "emailaddress"],
  name: ["fullname", "name"],
  course: ["courseidentifier", "course"],
} as const;
type Column = keyof typeof NAMES;

/** @throws FieldProblem on `file` where the file as a whole cannot be read */
export function readRegistrations(bytes: Uint8Array): { rows: Registration[]; wrong: WrongLine[] } {
  const [head, ...records] = readCsv(bytes);
  if (!head) throw new FieldProblem("file", "The file is empty");
  const columns = columnsOf(head.record);
  if (records.length === 0) throw new FieldProblem("file", "The file has no lines under its headings");
  if (records.length > MOST_LINES)
    throw new FieldProblem(
      "file",
      `The file has more than ${MOST_LINES.toLocaleString("en-GB")} lines. Send it in parts.`,
    );
  const rows: Registration[] = [];
  const wrong: WrongLine[] = [];
  const lineOf = new Map<string, number>();
  for (const { record, line } of records) {
    const cell = (column: Column) => {
      const text = record[columns.get(column) ?? -1] ?? "";
      return text.normalize("NFC").replace(/\s+/g, " ").trim();
    };
    const row = rowOf(cell, line);
    const earlier = typeof row === "string" ? undefined : lineOf.get(row.dfeId);
    if (typeof row === "string") wrong.push({ line, why: row });
    else if (earlier)
      wrong.push({ line, why: `The registration ${row.dfeId} is on line ${earlier} already` });
    else {
      lineOf.set(row.dfeId, line);
      rows.push(row);
    }
  }
  return { rows, wrong };
}

function rowOf(cell: (column: Column) => string, line: number): Registration | string {
  const dfeId = cell("id") || cell("participant");
  if (!dfeId) return "The registration has no identifier";
  if (!/^[A-Za-z0-9._-]{1,60}$/.test(dfeId)) return "The identifier is none of DfE's";
  const trn = cell("trn");
  const digits = trn
    .toUpperCase()
    .replace(/[\s/-]/g, "")
    .replace(/^RP(?=.)/, "");
  // A spreadsheet takes a TRN for a number and leaves out the noughts in front.
  const padded = /^\d{5,7}$/.test(digits) ? digits.padStart(7, "0") : "";
  if (trn && (!padded || padded === "0000000")) return "The TRN has not seven digits";
  const typed = cell("email");
  const email = typed ? normaliseAddress(typed) : "";
  if (email === null) return "The e-mail address is none";
  if (!padded && !email) return "There is neither a TRN nor an e-mail address";
  const fullName = cell("name").slice(0, 120).toWellFormed();
  const course = cell("course").toLowerCase();
  if (course.length > 60) return "The course identifier is none of DfE's";
  return { line, dfeId, fullName, email, trn: padded || null, course };
}

function columnsOf(head: readonly string[]): Map<Column, number> {
  const plain = head.map((heading) => heading.toLowerCase().replace(/[^a-z]/g, ""));
  const columns = new Map<Column, number>();
  for (const [column, names] of Object.entries(NAMES) as [Column, readonly string[]][]) {
    const found = plain.flatMap((name, index) => (names.includes(name) ? [index] : []));
    if (found.length > 1)
      throw new FieldProblem("file", `The column “${head[found[1] ?? 0]?.trim()}” is there twice`);
    if (found[0] !== undefined) columns.set(column, found[0]);
  }
  const missing = [
    ...(columns.has("id") || columns.has("participant") ? [] : ["id"]),
    ...(columns.has("trn") || columns.has("email") ? [] : ["teacher_reference_number"]),
  ];
  if (missing.length > 0)
    throw new FieldProblem("file", `The first line has no heading “${missing.join("”, and none “")}”`);
  return columns;
}
