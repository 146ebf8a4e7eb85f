import { isPlainDate, type PlainDate } from "../dates";

/** One line of a list of schools or trusts. Pure. */

/** A school by its URN or a trust by its UKPRN, on a list for a time; days are included at both ends. */
export type ListEntry = {
  listName: string;
  urn: string | null;
  ukprn: string | null;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

type Cell = (name: "urn" | "ukprn" | "number" | "list" | "from" | "to") => string;

const quoted = (text: string) => `“${text.length > 30 ? `${text.slice(0, 30).toWellFormed()}…` : text}”`;

/** The entry of a line, or what is wrong with it. */
export function entryOf(cell: Cell): ListEntry | string {
  const number = numberOf(cell);
  if (typeof number === "string") return number;
  const listName = cell("list").normalize("NFC").replace(/\s+/g, " ");
  if (listName === "") return "The name of the list is missing";
  if (listName.length > 120) return "The name of the list is longer than 120 characters";
  if (cell("from") === "") return "The first day is missing";
  const validFrom = dayOf(cell("from"));
  if (!validFrom) return noDay(cell("from"));
  const validTo = cell("to") === "" ? null : dayOf(cell("to"));
  if (cell("to") !== "" && !validTo) return noDay(cell("to"));
  if (validTo && validTo < validFrom) return "The last day is before the first";
  return { listName, ...number, validFrom, validTo };
}

const noDay = (text: string) => `${quoted(text)} is not a day: write 2026-09-01 or 01/09/2026`;

function numberOf(cell: Cell): Pick<ListEntry, "urn" | "ukprn"> | string {
  const [urn, ukprn, either] = [cell("urn"), cell("ukprn"), cell("number")].map((text) =>
    text.replace(/\s/g, ""),
  );
  const given = [urn, ukprn, either].filter(Boolean);
  if (given.length === 0) return "The URN or UKPRN is missing";
  if (given.length > 1) return "There are two numbers: give a URN or a UKPRN, each on a line of its own";
  if (urn && !/^\d{6}$/.test(urn)) return `A URN has six digits, and ${quoted(urn)} has not`;
  if (ukprn && !/^\d{8}$/.test(ukprn)) return `A UKPRN has eight digits, and ${quoted(ukprn)} has not`;
  if (either && !/^(\d{6}|\d{8})$/.test(either))
    return `A URN has six digits and a UKPRN eight, and ${quoted(either)} has neither`;
  return {
    urn: urn || (either?.length === 6 ? either : null),
    ukprn: ukprn || (either?.length === 8 ? either : null),
  };
}

/** A day written 2026-09-01 or 01/09/2026, or null for no day. */
function dayOf(text: string): PlainDate | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  return isPlainDate(iso) ? iso : null;
}
