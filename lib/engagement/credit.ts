import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "../auth/actor";
import type { PlainDate } from "../dates";
import type { Tx } from "../db";
import { NotFound, WrongState } from "../errors";
import { writeRecords } from "./record";
import { holdTallies, type Pair } from "./tally";

/**
 * Credits an alternative activity with its minutes, in the caller's transaction, and answers the record; undefined
 * where the milestone is complete already. The caller authorises. It completes the milestone when, with what is
 * recorded already, the minutes reach it; otherwise it is a part.
 */
export async function creditMinutes(
  tx: Tx,
  actor: Actor,
  credit: Pair & { minutes: number; happenedOn: PlainDate; note: string },
  at: Date,
): Promise<string | undefined> {
  const [held] = await holdTallies(tx, [credit]);
  if (!held) throw new NotFound();
  if (held.state !== "active")
    throw new WrongState("Only an active participant's engagement can be recorded.");
  if (held.completed) return undefined;
  const id = randomUUID();
  const completes = held.minutesRecorded + credit.minutes >= (held.minutes ?? 0);
  await writeRecords(tx, [{ id, ...credit, completes, source: "credit", recordedById: actor.userId }], at);
  return id;
}
