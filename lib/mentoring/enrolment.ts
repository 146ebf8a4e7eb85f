import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import type { Tx } from "../db";
import { NotFound } from "../errors";
import { isId } from "../ids";

/** A participant's enrolment with the mentor there is now, locked until the end of the transaction. */
export type Mentored = {
  id: string;
  cohortId: string;
  state: string;
  userEmail: string;
  /** True for whoever manages the cohort, false for the participant. */
  asStaff: boolean;
  mentor: {
    id: string;
    name: string;
    email: string;
    jobTitle: string;
    contact: { linkWithdrawnAt: Date | null } | null;
  } | null;
};

/** For the participant and for those who manage the cohort. @throws NotFound for everybody else */
export async function lockedEnrolment(tx: Tx, actor: Actor, enrolmentId: string): Promise<Mentored> {
  if (!isId(enrolmentId)) throw new NotFound();
  await tx.$queryRaw`SELECT 1 FROM "Enrolment" WHERE id = ${enrolmentId}::uuid FOR UPDATE`;
  const row = await tx.enrolment.findUnique({
    where: { id: enrolmentId },
    select: {
      userId: true,
      cohortId: true,
      state: true,
      user: { select: { email: true } },
      mentors: {
        where: { endedAt: null },
        select: {
          id: true,
          name: true,
          email: true,
          jobTitle: true,
          contact: { select: { linkWithdrawnAt: true } },
        },
      },
    },
  });
  const asStaff = row !== null && managesCohort(actor, row.cohortId);
  if (!row || (row.userId !== actor.userId && !asStaff)) throw new NotFound();
  const { cohortId, state, user, mentors } = row;
  return { id: enrolmentId, cohortId, state, userEmail: user.email, asStaff, mentor: mentors[0] ?? null };
}

/** For those who manage the cohort alone. @throws NotFound for everybody else */
export async function lockedForStaff(tx: Tx, actor: Actor, enrolmentId: string): Promise<Mentored> {
  const enrolment = await lockedEnrolment(tx, actor, enrolmentId);
  if (!enrolment.asStaff) throw new NotFound();
  return enrolment;
}
