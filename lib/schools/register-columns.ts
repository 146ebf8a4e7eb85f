import { isPlainDate, type PlainDate } from "../dates";
import { storedText } from "./search-words";

/**
 * The register's columns that are kept, by the headings under which GIAS publishes them, and how one record is read.
 * Pure: a record in, a school or what is wrong with it out.
 */

export const COLUMNS = {
  urn: "URN",
  name: "EstablishmentName",
  kind: "TypeOfEstablishment (name)",
  statusCode: "EstablishmentStatus (code)",
  closeDate: "CloseDate",
  phase: "PhaseOfEducation (name)",
  town: "Town",
  postcode: "Postcode",
  localAuthority: "LA (name)",
  region: "GOR (name)",
  ukprn: "UKPRN",
  trustCode: "Trusts (code)",
  trustName: "Trusts (name)",
} as const;
type Column = keyof typeof COLUMNS;

/** Longest values the database keeps. */
const LONGEST: Partial<Record<Column, number>> = {
  name: 200,
  kind: 100,
  phase: 60,
  town: 80,
  postcode: 10,
  localAuthority: 80,
  region: 60,
  trustCode: 12,
  trustName: 200,
};

/** "Open" and "Open, but proposed to close"; the others are "Closed" and "Proposed to open". */
const OPEN_CODES = new Set(["1", "3"]);

export type RegisterSchool = {
  urn: string;
  name: string;
  town: string;
  postcode: string;
  phase: string;
  kind: string;
  localAuthority: string;
  region: string;
  ukprn: string;
  trustCode: string;
  trustName: string;
  open: boolean;
  closedOn: PlainDate | "";
  searchText: string;
};

/** Where each column stands in this file. */
export type Positions = { count: number; at: Record<Column, number> };

/** Finds the columns in the first line; or says, as a sentence, what is missing. */
export function positionsOf(headings: readonly string[]): Positions | string {
  const names = headings.map((heading) => heading.replace(/^\uFEFF/, "").trim());
  const missing = Object.values(COLUMNS).filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const list = missing.map((name) => `“${name}”`).join(", ");
    return `${missing.length === 1 ? "the column" : "the columns"} ${list} ${missing.length === 1 ? "is" : "are"} missing: this is not the register's file of all establishments`;
  }
  const twice = Object.values(COLUMNS).find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice) return `the column “${twice}” is there twice`;
  const at = Object.fromEntries(Object.entries(COLUMNS).map(([key, name]) => [key, names.indexOf(name)]));
  return { count: names.length, at: at as Record<Column, number> };
}

/** Reads one record; or says, as a sentence without its capital and full stop, what is wrong with it. */
export function schoolOf(cells: readonly string[], { count, at }: Positions): RegisterSchool | string {
  if (cells.length !== count)
    return `it has ${cells.length} columns where the first line has ${count}; the file may have been cut short`;
  // Cells may hold line breaks; NULs and other control characters cannot be stored or searched for.
  const value = (key: Column) => (cells[at[key]] ?? "").replace(/[\s\p{Cc}]+/gu, " ").trim();
  const urn = value("urn");
  if (!/^[1-9]\d{5}$/.test(urn)) return `“${urn.slice(0, 20)}” is not a URN, which has six digits`;
  for (const [key, most] of Object.entries(LONGEST))
    if (value(key as Column).length > most)
      return `“${COLUMNS[key as Column]}” has more than ${most} characters`;
  const name = value("name");
  if (!name) return "the school has no name";
  const statusCode = value("statusCode");
  if (!/^\d+$/.test(statusCode)) return `“${statusCode.slice(0, 20)}” is not the code of a status`;
  const closedOn = plainDay(value("closeDate"));
  if (closedOn === undefined)
    return `the closing date “${value("closeDate").slice(0, 20)}” is not a day, such as 31-08-2026`;
  const trustCode = value("trustCode");
  const trustName = value("trustName");
  if (trustCode && !/^[0-9A-Za-z]+$/.test(trustCode))
    return `“${trustCode.slice(0, 20)}” is not the code of a trust`;
  if (trustCode && !trustName) return `the trust ${trustCode} has no name`;
  const open = OPEN_CODES.has(statusCode);
  const ukprn = value("ukprn");
  const place = { name, town: value("town"), postcode: value("postcode").toUpperCase() };
  return {
    urn,
    ...place,
    phase: value("phase"),
    kind: value("kind"),
    localAuthority: value("localAuthority"),
    region: value("region"),
    ukprn: /^\d{8}$/.test(ukprn) ? ukprn : "",
    trustCode,
    trustName,
    open,
    closedOn: open ? "" : closedOn,
    searchText: storedText({ ...place, code: urn }),
  };
}

/** "31-08-2026" as a plain day, "" for nothing, undefined for anything else. */
function plainDay(text: string): PlainDate | "" | undefined {
  if (text === "") return "";
  const [, day, month, year] = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text) ?? [];
  const plain = `${year}-${month}-${day}`;
  return isPlainDate(plain) ? plain : undefined;
}
