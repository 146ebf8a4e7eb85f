import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon, londonTime } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import type { AuditKind, CohortArea } from "./schema";

/** The fewest people an average is made of, and by how many more it grows. */
export const AVERAGE_STEP = 5;

export type CohortModule = { module: number | null; areas: CohortArea[] };

type Row = {
  module: number | null;
  kind: AuditKind;
  key: string;
  title: string;
  average: number;
  people: number;
};

/**
 * A cohort's averages by module and area, audit beside review, for those who manage it and its participants; null for
 * everybody else. Of those who sent an audit before today, the first 5, 10, 15 … are counted, in the order they sent
 * it: so two looks at the averages differ by five people or by none, and never tell what one person said. An audit
 * does not change once it is sent. Facilitators, who know what their own group sent, are not shown them.
 */
export async function cohortAverages(
  actor: Actor,
  cohortId: string,
  at: Date,
): Promise<CohortModule[] | null> {
  if (!isId(cohortId)) return null;
  if (!managesCohort(actor, cohortId)) {
    const own = { cohortId, userId: actor.userId };
    if (!(await db.enrolment.findFirst({ where: own, select: { id: true } }))) return null;
  }
  const today = londonTime(dayInLondon(at), "00:00");
  const rows = await db.$queryRaw<Row[]>`
    WITH ranked AS (
      SELECT m.module, m.kind::text AS kind, k."areaKey" AS key, k.title, k.position, k.mark,
        row_number() OVER (PARTITION BY m.id, k."areaKey" ORDER BY a."submittedAt", a."enrolmentId") AS place,
        count(*) OVER (PARTITION BY m.id, k."areaKey") AS everybody
      FROM "LearningAudit" a
      JOIN "Milestone" m ON m.id = a."milestoneId"
      JOIN "LearningAuditMark" k ON k."enrolmentId" = a."enrolmentId" AND k."milestoneId" = a."milestoneId"
      WHERE m."cohortId" = ${cohortId}::uuid AND a."submittedAt" < ${today}
    )
    SELECT module, kind, key, max(title) AS title, avg(mark)::float AS average, count(*)::int AS people
    FROM ranked WHERE place <= everybody - everybody % ${AVERAGE_STEP}
    GROUP BY module, kind, key ORDER BY module, min(position)`;
  return byModule(rows);
}

function byModule(rows: readonly Row[]): CohortModule[] {
  const modules = new Map<number | null, Map<string, CohortArea>>();
  for (const { module, kind, key, title, average, people } of rows) {
    const areas = modules.get(module) ?? new Map<string, CohortArea>();
    const area = areas.get(key) ?? { key, title, before: null, after: null };
    area[kind === "learning_audit" ? "before" : "after"] = { average, people };
    modules.set(module, areas.set(key, area));
  }
  return [...modules].map(([module, areas]) => ({ module, areas: [...areas.values()] }));
}
