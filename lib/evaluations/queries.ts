import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import type { PlainDate } from "../dates";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { sentBefore } from "./receipt";
import { type Answered, reportOf } from "./report";
import { type EvaluationPage, evaluationQuestions, type ModuleReport } from "./schema";

/** One evaluation of the viewer's own with the newest questions; null for any other milestone. One query. */
export async function evaluationPage(actor: Actor, milestoneId: string): Promise<EvaluationPage | null> {
  if (!isId(milestoneId)) return null;
  const [row] = await db.$queryRaw<
    (Omit<EvaluationPage, "form"> & { form: { id: string; questions: unknown } | null })[]
  >`
    SELECT json_build_object('id', m.id, 'module', m.module, 'title', m.title, 'opensOn', m."opensOn",
        'closesOn', m."closesOn") AS milestone,
      e."cohortId", e.state::text AS "enrolmentState",
      ${sentBefore(Prisma.sql`e.id`, Prisma.sql`m.id`)} AS sent,
      (SELECT json_build_object('id', f.id, 'questions', f.questions) FROM "EvaluationForm" f
        WHERE f."programmeId" = c."programmeId" AND f.module = m.module ORDER BY f.version DESC LIMIT 1) AS form
    FROM "EnrolmentMilestone" em
    JOIN "Enrolment" e ON e.id = em."enrolmentId"
    JOIN "Cohort" c ON c.id = e."cohortId"
    JOIN "Milestone" m ON m.id = em."milestoneId"
    WHERE em."milestoneId" = ${milestoneId}::uuid AND e."userId" = ${actor.userId}::uuid
      AND m.kind = 'module_evaluation'`;
  if (!row) return null;
  const { form, ...page } = row;
  return { ...page, form: form && { id: form.id, questions: evaluationQuestions.parse(form.questions) } };
}

type ReportRow = {
  milestoneId: string;
  module: number | null;
  title: string;
  closesOn: PlainDate | null;
  people: number;
  asked: unknown;
  forms: { version: number; questions: unknown }[];
  answers: Answered[];
};

/**
 * A cohort's evaluations, module by module, for those who manage it; null for everybody else. Only what was told is
 * read (lib/evaluations/send.ts); answers come in the order of their random numbers. One query.
 */
export async function evaluationsOfCohort(actor: Actor, cohortId: string): Promise<ModuleReport[] | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const rows = await db.$queryRaw<ReportRow[]>`
    SELECT m.id AS "milestoneId", m.module, m.title, to_char(m."closesOn", 'YYYY-MM-DD') AS "closesOn",
      (SELECT coalesce(sum(t.released), 0)::int FROM "EvaluationTally" t
        WHERE t."milestoneId" = m.id) AS people,
      (SELECT f.questions FROM "EvaluationForm" f
        WHERE f."programmeId" = c."programmeId" AND f.module = m.module ORDER BY f.version DESC LIMIT 1) AS asked,
      (SELECT coalesce(json_agg(json_build_object('version', f.version, 'questions', f.questions)
          ORDER BY f.version DESC), '[]')
        FROM "EvaluationForm" f
        WHERE f.id IN (SELECT a."formId" FROM "EvaluationAnswer" a
          WHERE a."milestoneId" = m.id AND a.released)) AS forms,
      (SELECT coalesce(json_agg(json_build_object('version', f.version, 'question', a.question, 'answer', a.answer)
          ORDER BY a.id), '[]')
        FROM "EvaluationAnswer" a JOIN "EvaluationForm" f ON f.id = a."formId"
        WHERE a."milestoneId" = m.id AND a.released) AS answers
    FROM "Milestone" m JOIN "Cohort" c ON c.id = m."cohortId"
    WHERE m."cohortId" = ${cohortId}::uuid AND m.kind = 'module_evaluation'
    ORDER BY m.number`;
  return rows.map(({ forms, answers, asked, ...row }) => ({
    ...row,
    asked: asked ? evaluationQuestions.parse(asked) : [],
    versions: reportOf(forms, answers),
  }));
}
