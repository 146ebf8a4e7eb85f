import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { creditMinutes } from "../engagement/credit";
import { FieldProblem, WrongState } from "../errors";
import { verdictEmail } from "./emails";
import { alternativeFor, moveOn, type OpenAlternative } from "./open";
import type { Verdict, VerdictInput } from "./schema";
import type { Move } from "./states";

const MOVE: Record<Verdict, Move> = {
  agreed: "agree",
  declined: "decline",
  credited: "credit",
  sent_back: "send_back",
};

/**
 * A reviewer's word on an alternative: agreed for so many minutes or not, later credited with so many or sent back.
 * A credit makes an engagement record in the same transaction. The participant is told. For managers of the cohort
 * and, of what people meet for, its facilitators; NotFound for everybody else and for one's own. Of two reviewers at
 * once one decides.
 */
export async function judgeAlternative(
  actor: Actor,
  alternativeId: string,
  input: VerdictInput,
  at: Date,
): Promise<void> {
  const { verdict, words } = input;
  await inTransaction(async (tx) => {
    const found = await alternativeFor(tx, actor, alternativeId, MOVE[verdict]);
    const minutes = await minutesOf(tx, found, input);
    const data =
      verdict === "agreed"
        ? { minutes }
        : verdict === "credited"
          ? { minutes, recordId: await credit(tx, actor, found, minutes, at) }
          : {};
    await moveOn(tx, actor, found, { move: MOVE[verdict], data, words }, at);
    const { id, milestoneId, title, instead, email } = found;
    const letter = verdictEmail(verdict, { milestoneId, title, instead, minutes, words });
    const step = await tx.alternativeStep.count({ where: { alternativeId: id } });
    await queueEmail(tx, email, letter, { dedupeKey: `alternative:${id}:${step}`, at });
  });
  wakeOutbox();
}

/** What it counts for: never for more than the milestone. */
async function minutesOf(
  tx: Tx,
  found: OpenAlternative,
  { verdict, minutes }: VerdictInput,
): Promise<number> {
  if (verdict !== "agreed" && verdict !== "credited") return found.minutes;
  const { minutes: asked } = await tx.milestone.findUniqueOrThrow({
    where: { id: found.milestoneId },
    select: { minutes: true },
  });
  const most = asked ?? 0;
  if (minutes === undefined || minutes > most)
    throw new FieldProblem("minutes", `Choose ${most} minutes or fewer`);
  return minutes;
}

async function credit(
  tx: Tx,
  actor: Actor,
  found: OpenAlternative,
  minutes: number,
  at: Date,
): Promise<string> {
  const { enrolmentId, milestoneId, title, doneOn } = found;
  const happenedOn = doneOn ?? dayInLondon(at);
  const record = await creditMinutes(
    tx,
    actor,
    { enrolmentId, milestoneId, minutes, happenedOn, note: title },
    at,
  );
  if (!record) throw new WrongState("This has been completed meanwhile, so there is nothing left to credit.");
  return record;
}
