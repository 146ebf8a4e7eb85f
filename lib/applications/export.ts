import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managedCohorts, managesCohort } from "../auth/actor";
import { countOrRefuse, type Limit } from "../auth/rate-limit";
import { csvStream } from "../csv";
import { inTransaction } from "../db";
import { NotFound, WrongState } from "../errors";
import { xlsxFile } from "../xlsx";
import { COLUMNS, csvCells, type ExportRow, HEADINGS, xlsxCells } from "./export-columns";
import { exportedIds, exportParts } from "./export-rows";
import type { QueueFilters } from "./schema-queue";

/** An export shows many people's particulars at once, and costs the server something. */
const EXPORTS: Limit = { name: "application-exports", max: 60, windowMinutes: 60 };
/** A workbook is held in memory: some 50 MB for as many as this. */
const MOST_IN_WORKBOOK = 20_000;

/**
 * The applications of a view of the queue as CSV, all of its pages, in its order; sent while it is read. Who took out
 * what is written down first.
 * @throws NotFound for who decides no applications; TooMany
 */
export async function exportCsv(
  actor: Actor,
  filters: QueueFilters,
  at: Date,
): Promise<ReadableStream<Uint8Array>> {
  const ids = await begin(actor, filters, "csv", at);
  return csvStream(HEADINGS, eachPart(exportParts(actor, ids, at)));
}

/** The same as an Excel workbook. @throws WrongState besides, for more than a workbook is made of here */
export async function exportXlsx(
  actor: Actor,
  filters: QueueFilters,
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const ids = await begin(actor, filters, "xlsx", at);
  const rows = [];
  for await (const part of exportParts(actor, ids, at)) rows.push(...part.map(xlsxCells));
  return xlsxFile("Applications", COLUMNS, rows);
}

async function begin(
  actor: Actor,
  filters: QueueFilters,
  format: "csv" | "xlsx",
  at: Date,
): Promise<string[]> {
  const managed = managedCohorts(actor);
  if (managed !== "all" && managed.length === 0) throw new NotFound();
  await countOrRefuse(EXPORTS, actor.userId, "You have taken out very many lists.", at);
  const ids = await exportedIds(actor, filters, at);
  if (format === "xlsx" && ids.length > MOST_IN_WORKBOOK)
    throw new WrongState(
      `That is more than ${MOST_IN_WORKBOOK.toLocaleString("en-GB")} applications: filter them, or take the CSV file.`,
    );
  const { q, page: _, ...chosen } = filters;
  const cohortId = filters.cohort && managesCohort(actor, filters.cohort) ? filters.cohort : null;
  const fact = {
    action: "applications.exported",
    subjectType: "applications",
    subjectId: format,
    cohortId,
    // What was searched for may be somebody's name; that something was is enough.
    after: { ...chosen, ...(q ? { searched: true } : {}), rows: ids.length },
  };
  await inTransaction((tx) => recordAudit(tx, actor, fact, at));
  return ids;
}

async function* eachPart(parts: AsyncIterable<ExportRow[]>) {
  for await (const part of parts) yield part.map(csvCells);
}
