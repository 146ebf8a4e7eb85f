import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { putRight } from "../engagement/put-right";
import { reviewedBy } from "../engagement/reviewers";
import { NotFound, WrongState } from "../errors";
import type { CorrectionOutcome as StoredOutcome } from "../generated/prisma/enums";
import { isId } from "../ids";
import { fullTitle } from "../route-map/schema";
import { answeredEmail } from "./emails";
import { type CorrectionAnswer, NEW_RECORD } from "./schema";
import { mayAnswer, stateOf } from "./states";

/**
 * Answers a correction: put right, by a new record in the place of the old one and in the same transaction, or not
 * changed. The participant is told, in the answer's words. For managers of the cohort and, of what people meet for,
 * its facilitators; NotFound for everybody else and for one's own. Of two answers at once one stands.
 */
export async function answerCorrection(
  actor: Actor,
  requestId: string,
  input: CorrectionAnswer,
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const asked = await requestFor(tx, actor, requestId);
    if (!mayAnswer(stateOf(asked))) throw new WrongState("This has been answered already. Reload the page.");
    const { enrolmentId, milestoneId, cohortId, email, ...milestone } = asked;
    const { outcome, answer } = input;
    let recordId: string | null = null;
    if (outcome === "put_right") {
      const supersedesId = input.replaces === NEW_RECORD ? null : (input.replaces ?? null);
      recordId = await putRight(
        tx,
        actor,
        {
          ...{ enrolmentId, milestoneId, supersedesId },
          ...{ minutes: input.minutes ?? 0, happenedOn: input.happenedOn ?? "", note: answer },
        },
        at,
      );
    }
    const answered = { outcome, answer, recordId, answeredById: actor.userId, answeredAt: at };
    const { count } = await tx.correctionRequest.updateMany({
      where: { id: requestId, answeredAt: null },
      data: answered,
    });
    if (count !== 1) throw new WrongState("This has been answered already. Reload the page.");
    const fact = { action: `correction.${outcome}`, subjectType: "enrolment", subjectId: enrolmentId };
    const after = { correctionId: requestId, milestoneId, recordId };
    await recordAudit(tx, actor, { ...fact, cohortId, after }, at);
    const letter = answeredEmail(milestoneId, { title: fullTitle(milestone), outcome, answer });
    await queueEmail(tx, email, letter, { dedupeKey: `correction-answered:${requestId}`, at });
  });
  wakeOutbox();
}

type Asked = {
  enrolmentId: string;
  milestoneId: string;
  cohortId: string;
  outcome: StoredOutcome | null;
  email: string;
  title: string;
  module: number | null;
};

/** The request, locked, for somebody who may answer it. */
async function requestFor(tx: Tx, actor: Actor, id: string): Promise<Asked> {
  if (!isId(id)) throw new NotFound();
  const [found] = await tx.$queryRaw<Asked[]>`
    SELECT r."enrolmentId", r."milestoneId", e."cohortId", r.outcome::text AS outcome, u.email, m.title, m.module
    FROM "CorrectionRequest" r
    JOIN "Enrolment" e ON e.id = r."enrolmentId"
    JOIN "User" u ON u.id = e."userId"
    JOIN "Milestone" m ON m.id = r."milestoneId"
    WHERE r.id = ${id}::uuid AND ${reviewedBy(actor)}
    FOR UPDATE OF r`;
  if (!found) throw new NotFound();
  return found;
}
