import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import type { ExcusalInput } from "./schema-entries";

/**
 * Lets a participant take the summative assessment although their engagement is below the programme's line, or takes
 * that back (docs/architecture: below the line it does not open unless staff record an exception). Each is a fact with
 * its reason. For those who manage the cohort, and never for themselves.
 * @throws NotFound; WrongState where it is so already, and unless the participant is active or deferred
 */
export async function recordException(
  actor: Actor,
  { cohortId, enrolmentId }: { cohortId: string; enrolmentId: string },
  { granted, reason }: ExcusalInput,
  at: Date,
): Promise<void> {
  if (!managesCohort(actor, cohortId) || !isId(cohortId) || !isId(enrolmentId)) throw new NotFound();
  const allowed = granted === "yes";
  await inTransaction(async (tx) => {
    // Held, so that a second click waits for the first and then finds it done.
    const [held] = await tx.$queryRaw<{ state: string; userId: string }[]>`
      SELECT state::text AS state, "userId" FROM "Enrolment"
      WHERE id = ${enrolmentId}::uuid AND "cohortId" = ${cohortId}::uuid FOR NO KEY UPDATE`;
    if (!held || held.userId === actor.userId) throw new NotFound();
    if (held.state !== "active" && held.state !== "deferred")
      throw new WrongState("Their time on the programme is over, so the assessment does not open for them.");
    if ((await hasException(tx, enrolmentId)) === allowed)
      throw new WrongState(
        allowed ? "There is an exception already." : "There is no exception to take back.",
      );
    await tx.assessmentException.create({ data: { enrolmentId, allowed, reason, byId: actor.userId, at } });
    const action = allowed ? "assessment.exception_made" : "assessment.exception_ended";
    const subject = { subjectType: "enrolment", subjectId: enrolmentId, cohortId };
    const sides = { before: { exception: !allowed }, after: { exception: allowed } };
    await recordAudit(tx, actor, { action, ...subject, ...sides }, at);
  });
}

/** True while staff let this participant take the assessment below the line: the newest word counts. One query. */
export async function hasException(
  tx: Pick<Tx, "assessmentException">,
  enrolmentId: string,
): Promise<boolean> {
  const newest = await tx.assessmentException.findFirst({
    where: { enrolmentId },
    select: { allowed: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return newest?.allowed ?? false;
}
