import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { type PlainDate, plainDate } from "../dates";
import { db, readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import type { ContactView } from "./schema-contacts";

/** More than anybody was ever in touch with one person; a bound all the same. */
const MOST = 200;

/** The log of one participant, newest first, for those who manage the cohort; null for everybody else. One query. */
export async function contactsWith(
  actor: Actor,
  cohortId: string,
  enrolmentId: string,
): Promise<ContactView[] | null> {
  if (!isId(cohortId) || !isId(enrolmentId) || !managesCohort(actor, cohortId)) return null;
  const rows = await db.engagementContact.findMany({
    where: { enrolmentId, enrolment: { cohortId } },
    include: { by: { select: { name: true } }, supersededBy: { select: { id: true } } },
    orderBy: [{ happenedOn: "desc" }, { recordedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map(({ by, supersededBy, supersedesId, happenedOn, nextOn, ...row }) => ({
    ...{ id: row.id, how: row.how, said: row.said, outcome: row.outcome, recordedAt: row.recordedAt },
    by: by.name,
    happenedOn: plainDate(happenedOn),
    nextOn: nextOn && plainDate(nextOn),
    live: supersededBy === null,
    corrects: supersedesId !== null,
  }));
}

/** The last entry about somebody, as the alerts show it. */
export type LastContact = Pick<ContactView, "by" | "how" | "outcome"> & {
  happenedOn: PlainDate;
  nextOn: PlainDate | null;
};

/** The last standing entry about each of these, by enrolment. The caller has looked who may see it. One query. */
export async function lastContacts(enrolmentIds: readonly string[]): Promise<Map<string, LastContact>> {
  const rows = await readRows<LastContact & { enrolmentId: string }>(Prisma.sql`
    SELECT DISTINCT ON (c."enrolmentId") c."enrolmentId", u.name AS by, c.how::text AS how, c.outcome,
      to_char(c."happenedOn", 'YYYY-MM-DD') AS "happenedOn", to_char(c."nextOn", 'YYYY-MM-DD') AS "nextOn"
    FROM "EngagementContact" c JOIN "User" u ON u.id = c."byId"
    WHERE c."enrolmentId" = ANY(${enrolmentIds}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "EngagementContact" s WHERE s."supersedesId" = c.id)
    ORDER BY c."enrolmentId", c."happenedOn" DESC, c."recordedAt" DESC`);
  return new Map(rows.map(({ enrolmentId, ...last }) => [enrolmentId, last]));
}
