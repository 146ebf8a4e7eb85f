import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon, timeInLondon } from "../dates";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { inWords } from "./entry-words";
import { PARTS } from "./parts";
import { TIMELINE_KINDS, TIMELINE_PAGE_SIZE, type TimelineEntry, type TimelineQuestion } from "./schema";

type Row = Pick<TimelineEntry, "kind" | "id" | "about" | "words" | "by" | "replaced"> & {
  at: Date;
  word: string;
  minutes: number | null;
};

export type Timeline = { entries: TimelineEntry[]; page: number; more: boolean };

/**
 * What has happened with a participant, the newest first, of one kind or of all: a page of it. For those who manage the
 * cohort; null for everybody else, who finds nobody there. One query.
 */
export async function timelineOf(
  actor: Actor,
  cohortId: string,
  enrolmentId: string,
  { kind, page }: TimelineQuestion,
): Promise<Timeline | null> {
  if (!isId(cohortId) || !isId(enrolmentId) || !managesCohort(actor, cohortId)) return null;
  const parts = (kind ? [kind] : TIMELINE_KINDS).map((each) => PARTS[each]);
  const rows = await db.$queryRaw<Row[]>`
    WITH e AS MATERIALIZED (
      SELECT n.id, n."userId", n."cohortId", n."applicationId", n."fullName", n."enrolledAt", u.email
      FROM "Enrolment" n JOIN "User" u ON u.id = n."userId"
      WHERE n.id = ${enrolmentId}::uuid AND n."cohortId" = ${cohortId}::uuid
    ), happened (id, at, kind, word, minutes, about, words, by, replaced) AS (${Prisma.join(parts, " UNION ALL ")})
    SELECT * FROM happened ORDER BY at DESC, id
    LIMIT ${TIMELINE_PAGE_SIZE + 1} OFFSET ${(page - 1) * TIMELINE_PAGE_SIZE}`;
  const entries = rows.slice(0, TIMELINE_PAGE_SIZE).map(({ at, word, minutes, ...row }) => ({
    ...row,
    day: dayInLondon(at),
    time: timeInLondon(at),
    what: inWords({ kind: row.kind, word, minutes }),
  }));
  return { entries, page, more: rows.length > TIMELINE_PAGE_SIZE };
}
