import "server-only";
import { recordAudit } from "./audit/record";
import type { Actor } from "./auth/actor";
import { countOrRefuse, type Limit } from "./auth/rate-limit";
import { type Cell, type Cells, CSV_TYPE, csvStream } from "./csv";
import { inTransaction } from "./db";
import { NotFound } from "./errors";
import { XLSX_TYPE, type XlsxColumn, xlsxStream } from "./xlsx";

/**
 * The one way in which a list of the portal leaves it as a file. An area says who may have its list, its columns and
 * where its rows come from, once (`ListOf`); app/staff/lists/lists.ts names it; CSV and workbook, the limit, the
 * audit row and the streaming come from here.
 */

export type ListColumn<Row> = XlsxColumn & { cell: (row: Row) => Cell };

/** A list, opened for somebody: ready to be read out. Made by `listFile`. */
export type ListFile = {
  /** The sheet's name. */
  title: string;
  columns: readonly XlsxColumn[];
  /** How many rows there are at this moment. */
  count: number;
  parts: AsyncIterator<readonly Cells[]>;
  /** The cohort whose list it is, for its managers' audit log. */
  cohortId: string | null;
};

/**
 * Opens a list for the actor with the filters of its page, as they stand in the address; null where there is no such
 * list for them. What it parses the address with is the page's own schema.
 */
export type ListOf = (
  actor: Actor,
  query: Readonly<Record<string, string>>,
  at: Date,
) => Promise<ListFile | null>;

/** Rows read at a time. */
const PART = 500;
/** More than any provider has; a bound all the same. `ids` are at most so many. */
export const MOST_ROWS = 100_000;

/** Rows by their identifiers, in that order, read part by part; whoever cannot see one any more does not get it. */
type ById<Row> = { ids: readonly string[]; read: (ids: string[]) => Promise<Map<string, Row>> };
/** Or as the page's own query gives them, from a place on and so many. */
type InOrder<Row> = { count: number; page: (skip: number, take: number) => Promise<readonly Row[]> };
/** Or rows that there are so few of that the page reads them all as well. */
type AtOnce<Row> = { rows: readonly Row[] };

/** Puts a list together from its columns and its rows. */
export function listFile<Row>({
  title,
  columns,
  cohortId = null,
  ...source
}: {
  title: string;
  columns: readonly ListColumn<Row>[];
  cohortId?: string | null;
} & (ById<Row> | InOrder<Row> | AtOnce<Row>)): ListFile {
  const count = Math.min(MOST_ROWS, countOf(source));
  const cells = (rows: readonly Row[]) => rows.map((row) => columns.map(({ cell }) => cell(row)));
  async function* parts(): AsyncGenerator<Cells[]> {
    if ("rows" in source) return void (yield cells(source.rows));
    for (let from = 0; from < count; from += PART) {
      if ("page" in source) {
        yield cells(await source.page(from, Math.min(PART, count - from)));
        continue;
      }
      const ids = source.ids.slice(from, from + PART);
      const found = await source.read(ids);
      yield cells(ids.flatMap((id) => found.get(id) ?? []));
    }
  }
  return { title, columns, count, parts: parts(), cohortId };
}

function countOf(source: ById<unknown> | InOrder<unknown> | AtOnce<unknown>): number {
  if ("count" in source) return source.count;
  return "ids" in source ? source.ids.length : source.rows.length;
}

export const FORMATS = { csv: CSV_TYPE, xlsx: XLSX_TYPE } as const;
export type Format = keyof typeof FORMATS;

/** Somebody at work with the keyboard; more is a script that copies people out, and costs the server something. */
const LISTS: Limit = { name: "lists-person", max: 60, windowMinutes: 60 };

/**
 * A list as a file, sent while it is read. Who took out which list, with which filters and how many rows, is written
 * down first; what was searched for may be somebody's name, and that something was is enough.
 * @throws NotFound for who may not have it, and while looking at somebody else's pages; TooMany after 60 in an hour
 */
export async function takeOut(
  actor: Actor,
  what: { name: string; list: ListOf; query: Readonly<Record<string, string>>; format: Format },
  at: Date,
): Promise<ReadableStream<Uint8Array>> {
  const { name, query, format } = what;
  await countOrRefuse(LISTS, actor.userId, "You have taken out very many lists.", at);
  const list = await what.list(actor, query, at);
  if (!list) throw new NotFound();
  const { title, columns, count, parts, cohortId } = list;
  const kind = name.replaceAll("-", "_");
  const after = { ...filtersOf(query), rows: count };
  const fact = { action: `${kind}.exported`, subjectType: kind, subjectId: format, cohortId, after };
  await inTransaction((tx) => recordAudit(tx, actor, fact, at));
  if (format === "xlsx") return xlsxStream(title, columns, parts);
  const headings = columns.map(({ heading }) => heading);
  return csvStream(headings, parts);
}

/** Identifiers, states, days and figures of the filters; of anything else only that it was there. */
function filtersOf(query: Readonly<Record<string, string>>): Record<string, string | true> {
  const kept = Object.entries(query).filter(([name, value]) => name !== "page" && value !== "");
  return Object.fromEntries(
    kept
      .slice(0, 20)
      .map(([name, value]) => (SEARCHES.has(name) ? ["searched", true] : [name.slice(0, 40), plain(value)])),
  );
}

const SEARCHES = new Set(["q", "who", "about"]);
const plain = (value: string): string | true => (/^[\w-]{1,60}$/.test(value) ? value : true);
