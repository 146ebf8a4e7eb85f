import { normaliseAddress } from "../../auth/address";
import { type CsvRecord, readCsv } from "../../csv-read";
import { FieldProblem } from "../../errors";

/**
 * A meeting's attendance report from Teams or Zoom, from bytes to who was there when. Both have lines about the meeting
 * above, and Teams several tables one below the other: a table is known by its headings, wherever it stands. Pure.
 */

/** The most lines a report may have. */
export const MOST_LINES = 5_000;

/** One line of a report as it stands there. */
export type Seen = {
  line: number;
  name: string;
  /** As the portal keeps addresses; "" for none. */
  email: string;
  from: string;
  to: string;
  duration: string;
  /** One time in the meeting, or all of somebody's times in one line. */
  whole: boolean;
};

const NAMES = {
  name: ["name", "fullname", "nameoriginalname", "participant", "participantname", "displayname"],
  email: ["email", "useremail", "emailaddress", "participantidupn", "upn"],
  from: ["jointime", "firstjoin", "firstjointime", "joined", "timestampjoined"],
  to: ["leavetime", "lastleave", "lastleavetime", "left"],
  duration: [
    ...["duration", "durationminutes", "inmeetingduration", "meetingduration", "totaldurationminutes"],
    ...["totalduration", "timeinsessionminutes", "attendanceduration"],
  ],
  waiting: ["inwaitingroom"],
} as const;
type Column = keyof typeof NAMES;
type Columns = { at: Map<Column, number>; whole: boolean };

const NO_REPORT =
  "This is no attendance report of Teams or Zoom: there is no table in it with names and times. Choose the file as it was downloaded.";

/** @throws FieldProblem on `file` where there is nothing to be read in it */
export function readReport(bytes: Uint8Array): Seen[] {
  const records = readCsv(bytes);
  if (records.length > MOST_LINES)
    throw new FieldProblem("file", `The file has more than ${MOST_LINES.toLocaleString("en-GB")} lines`);
  const seen: Seen[] = [];
  let columns: Columns | undefined;
  for (const record of records) {
    const heading = columnsOf(record.record);
    if (heading) columns = heading;
    // "3. In-Meeting Activities": what follows has headings of its own.
    else if (filled(record) < 2) columns = undefined;
    else if (columns) seen.push(...seenIn(record, columns));
  }
  if (seen.length === 0) throw new FieldProblem("file", NO_REPORT);
  return seen;
}

const filled = ({ record }: CsvRecord) => record.filter((cell) => cell.trim() !== "").length;

function seenIn({ record, line }: CsvRecord, { at, whole }: Columns): Seen[] {
  const cell = (column: Column) =>
    (record[at.get(column) ?? -1] ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
  const name = Array.from(cell("name")).slice(0, 120).join("");
  const typed = cell("email").replace(/^mailto:/i, "");
  // Who waited outside was not there.
  if (!name || /^(?:yes|true)$/i.test(cell("waiting"))) return [];
  const email = (typed && normaliseAddress(typed)) || "";
  return [{ line, name, email, from: cell("from"), to: cell("to"), duration: cell("duration"), whole }];
}

/** Where each column is, for a line of headings: somebody's name, and when or for how long. */
function columnsOf(record: readonly string[]): Columns | undefined {
  const plain = record.map((heading) => heading.toLowerCase().replace(/[^a-z]/g, ""));
  const at = new Map<Column, number>();
  for (const [column, names] of Object.entries(NAMES) as [Column, readonly string[]][]) {
    // In the order of the names: an address before a UPN.
    const found = names.map((name) => plain.indexOf(name)).find((index) => index >= 0);
    if (found !== undefined) at.set(column, found);
  }
  const timed = at.has("from") && at.has("to");
  if (!at.has("name") || !(timed || at.has("duration"))) return undefined;
  const heading = plain[at.get("from") ?? -1] ?? "";
  return { at, whole: !timed || heading.startsWith("first") };
}
