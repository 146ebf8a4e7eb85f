import "server-only";
import { isAdministrator } from "../auth/actor";
import { db } from "../db";
import { type ListColumn, type ListOf, listFile, MOST_ROWS } from "../list-file";
import { shown, whereOf } from "./queries";
import { type AuditRow, actionInWords, auditFilters } from "./schema";

const COLUMNS: readonly ListColumn<AuditRow>[] = [
  { heading: "number", cell: ({ id }) => id },
  { heading: "at (UTC)", width: 26, cell: ({ at }) => at.toISOString() },
  { heading: "who", width: 26, cell: ({ who }) => (who ? who.name : "the portal") },
  { heading: "address", width: 34, cell: ({ who }) => who?.email },
  { heading: "action", width: 34, cell: ({ action }) => actionInWords(action) },
  { heading: "thing", width: 20, cell: ({ kind }) => kind },
  { heading: "identifier", width: 38, cell: ({ subjectId }) => subjectId },
  { heading: "from", width: 50, cell: ({ changes }) => sideOf(changes, "from") },
  { heading: "to", width: 50, cell: ({ changes }) => sideOf(changes, "to") },
];

/**
 * The log's view, the newest first. For administrators, and not for cohort managers: addresses leave the portal with
 * it.
 */
export const auditLogList: ListOf = async (actor, query) => {
  if (!isAdministrator(actor)) return null;
  const where = await whereOf(actor, { ...auditFilters.parse(query), before: undefined });
  const entries = await db.auditEntry.findMany({
    where,
    select: { id: true },
    orderBy: { id: "desc" },
    take: MOST_ROWS,
  });
  return listFile({
    title: "Audit log",
    columns: COLUMNS,
    ids: entries.map(({ id }) => String(id)),
    read: async (ids) => {
      const found = await db.auditEntry.findMany({ where: { id: { in: ids.map(BigInt) } } });
      return new Map((await shown(found, new Map())).map((row) => [row.id, row]));
    },
  });
};

function sideOf(changes: AuditRow["changes"], side: "from" | "to"): string {
  return changes
    .flatMap((change) => (change[side] === null ? [] : `${change.name}: ${change[side]}`))
    .join("; ");
}
