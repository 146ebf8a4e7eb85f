import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { dateColumn, dayInLondon } from "../dates";
import { type Tx, uniqueViolation } from "../db";
import { WrongState } from "../errors";
import type { NewEnrolment } from "./schema";

/**
 * Enrols a person, inside the transaction of the step that decides it: the acceptance of an offer, which
 * authorises and whose offer holds the place. Makes the enrolment, its change of state, and a row for each
 * milestone of the cohort. Answers its identifier. A second enrolment in the cohort is a WrongState.
 */
export async function enrol(tx: Tx, input: NewEnrolment, actor: Actor, at: Date): Promise<string> {
  const [id] = await enrolMany(tx, input.cohortId, [input], actor, at);
  if (!id) throw new Error("enrol: no enrolment was made");
  return id;
}

/** The same for many people of one cohort in a fixed number of statements; answers their identifiers in order. */
export async function enrolMany(
  tx: Tx,
  cohortId: string,
  people: readonly NewEnrolment[],
  actor: Actor,
  at: Date,
): Promise<string[]> {
  const made = await tx.enrolment
    .createManyAndReturn({
      data: people.map((person) => ({ ...person, cohortId, state: "active" as const, enrolledAt: at })),
      select: { id: true, userId: true },
    })
    .catch((error: unknown) => {
      if (uniqueViolation(error)) throw new WrongState("You already have a place in this cohort.");
      throw error;
    });
  const ids = made.map(({ id }) => id);
  await tx.enrolmentStatusChange.createMany({
    data: ids.map((enrolmentId) => ({
      enrolmentId,
      toState: "active" as const,
      effectiveOn: dateColumn(dayInLondon(at)),
      byId: actor.userId,
      at,
    })),
  });
  await tx.$executeRaw`
    INSERT INTO "EnrolmentMilestone" ("enrolmentId", "milestoneId")
    SELECT e.id, m.id FROM unnest(${ids}::uuid[]) AS e(id) CROSS JOIN "Milestone" m WHERE m."cohortId" = ${cohortId}::uuid`;
  await auditEnrolments(tx, cohortId, ids, actor, at);
  const byUser = new Map(made.map(({ userId, id }) => [userId, id]));
  return people.flatMap(({ userId }) => byUser.get(userId) ?? []);
}

async function auditEnrolments(
  tx: Tx,
  cohortId: string,
  ids: string[],
  actor: Actor,
  at: Date,
): Promise<void> {
  const [first] = ids;
  if (ids.length === 1 && first) {
    const fact = {
      action: "enrolment.made",
      subjectType: "enrolment",
      subjectId: first,
      cohortId,
      after: { state: "active" },
    };
    return recordAudit(tx, actor, fact, at);
  }
  const fact = {
    action: "enrolment.made_many",
    subjectType: "cohort",
    subjectId: cohortId,
    cohortId,
    after: { enrolments: ids.length },
  };
  return recordAudit(tx, actor, fact, at);
}
