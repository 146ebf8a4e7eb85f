import "server-only";
import type { Tx } from "../../db";
import type { Outcome } from "./stored";

/** Thrown where somebody else, going on with the same act at the same moment, was first: everything is undone. */
export class RecordedAlready extends Error {
  override name = "RecordedAlready";
}

/**
 * Writes down what became of one application, once: in the transaction that does it, so that what is written down
 * is done and what is done is written down, whenever the server is killed.
 * @throws RecordedAlready
 */
export async function record(tx: Tx, actId: string, outcome: Outcome): Promise<void> {
  const row = JSON.stringify([outcome]);
  const same = JSON.stringify([{ applicationId: outcome.applicationId }]);
  const written = await tx.$executeRaw`
    UPDATE "BulkAct" SET "outcomes" = "outcomes" || ${row}::jsonb
    WHERE "id" = ${actId}::uuid AND NOT "outcomes" @> ${same}::jsonb`;
  if (written !== 1) throw new RecordedAlready();
}

/** Ends the act when nothing of it is left to do; true once. */
export async function finish(tx: Tx, actId: string, at: Date): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE "BulkAct" SET "finishedAt" = ${at.toISOString()}::timestamptz
    WHERE "id" = ${actId}::uuid AND "finishedAt" IS NULL
      AND jsonb_array_length("outcomes") = jsonb_array_length("settings"->'chosen')`;
  return ended === 1;
}
