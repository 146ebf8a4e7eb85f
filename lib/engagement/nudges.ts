import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { db } from "../db";
import { NotFound } from "../errors";
import { isId } from "../ids";
import { nudgeLetters, refuseTooLong } from "./nudge-letters";
import type { NudgeInput, NudgePreview, NudgeTemplateView } from "./schema-nudges";

/** What has been written and with what words one can begin. Reads for those who manage the cohort. */

/** The templates of the cohort's programme that are offered; null for who does not manage it. One query. */
export async function nudgeTemplates(actor: Actor, cohortId: string): Promise<NudgeTemplateView[] | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const rows = await db.nudgeTemplate.findMany({
    where: { retiredAt: null, programme: { cohorts: { some: { id: cohortId } } } },
    select: { id: true, name: true, subject: true, body: true, reason: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows as NudgeTemplateView[];
}

/**
 * What each would read, before anything is sent.
 * @throws NotFound for who does not manage the cohort; FieldProblem where it is too long to be sent
 */
export async function previewNudge(
  actor: Actor,
  cohortId: string,
  input: Pick<NudgeInput, "to" | "subject" | "body">,
  at: Date,
): Promise<NudgePreview> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) throw new NotFound();
  const preview = await nudgeLetters(db, cohortId, input, at);
  refuseTooLong(preview.letters);
  return preview;
}

export type NudgeLine = { id: string; subject: string; by: string; at: Date; letters: number };

/** The last hundred that were sent in a cohort, newest first; null for who does not manage it. */
export async function nudgesOf(actor: Actor, cohortId: string): Promise<NudgeLine[] | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  return nudgesFrom(cohortId, 0, 100);
}

/** So many of them from a place on; the caller has looked who may see them. One query. */
export async function nudgesFrom(cohortId: string, skip: number, take: number): Promise<NudgeLine[]> {
  const rows = await db.nudge.findMany({
    where: { cohortId },
    select: {
      ...{ id: true, subject: true, at: true },
      by: { select: { name: true } },
      _count: { select: { letters: true } },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip,
    take,
  });
  return rows.map(({ by, _count, ...row }) => ({ ...row, by: by.name, letters: _count.letters }));
}

export type NudgeSent = NudgeLine & {
  rows: { enrolmentId: string; fullName: string; subject: string; text: string }[];
};

/** One of them with every letter, word for word; null for who does not manage the cohort. */
export async function nudgeSent(actor: Actor, cohortId: string, id: string): Promise<NudgeSent | null> {
  if (!isId(cohortId) || !isId(id) || !managesCohort(actor, cohortId)) return null;
  const nudge = await db.nudge.findFirst({
    where: { id, cohortId },
    select: {
      ...{ id: true, subject: true, at: true },
      by: { select: { name: true } },
      letters: {
        select: { enrolmentId: true, subject: true, text: true, enrolment: { select: { fullName: true } } },
        orderBy: { enrolment: { fullName: "asc" } },
      },
    },
  });
  if (!nudge) return null;
  const { letters, by, ...line } = nudge;
  const rows = letters.map(({ enrolment, ...letter }) => ({ ...letter, fullName: enrolment.fullName }));
  return { ...line, by: by.name, letters: rows.length, rows };
}
