import "server-only";
import type { Actor } from "../auth/actor";
import { dateColumn, dayInLondon, shortDate } from "../dates";
import { inTransaction } from "../db";
import { wakeOutbox } from "../email/wake";
import { holdOwn } from "../engagement/own";
import { FieldProblem } from "../errors";
import { alternativeFor, moveOn } from "./open";
import type { Account } from "./schema";
import { tellReviewers } from "./tell";

/** The participant says what they did and what they take from it; those who review it are told. Their own, agreed or sent back. */
export async function handIn(
  actor: Actor,
  input: Account & { alternativeId: string },
  at: Date,
): Promise<void> {
  const { alternativeId, did, learned, doneOn } = input;
  await inTransaction(async (tx) => {
    const found = await alternativeFor(tx, actor, alternativeId, "hand_in");
    // Only who is active takes part.
    const { startsOn } = await holdOwn(tx, actor, found.milestoneId);
    if (doneOn > dayInLondon(at)) throw new FieldProblem("doneOn", "Enter a day that is not in the future");
    if (doneOn < startsOn) throw new FieldProblem("doneOn", `Enter a day on or after ${shortDate(startsOn)}`);
    const data = { did, learned, doneOn: dateColumn(doneOn) };
    await moveOn(tx, actor, found, { move: "hand_in", data }, at);
    await tellReviewers(tx, found, "handed_in", at);
  });
  wakeOutbox();
}

/** The participant gives it up, before it is handed in or when it was sent back. Another can be proposed then. */
export async function withdrawAlternative(actor: Actor, alternativeId: string, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const found = await alternativeFor(tx, actor, alternativeId, "withdraw");
    await moveOn(tx, actor, found, { move: "withdraw" }, at);
  });
}
