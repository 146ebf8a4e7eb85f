import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { db, inTransaction } from "../db";
import { Prisma } from "../generated/prisma/client";
import { errorFacts, log } from "../log";
import { isTooLate, MOST_TRIES, nextTry } from "./backoff";
import { sendFailure } from "./failure";
import { type Claimed, claimNext, giveUp, markSent, postpone } from "./lease";
import { outgoing, type Transport } from "./transport";

/** What one pass did. */
export type Delivered = {
  sent: number;
  postponed: number;
  dead: number;
  /** True when the mail server could not be used; the pass ended early. */
  serverAway: boolean;
};

type Options = { batch?: number; transport?: Transport; signal?: AbortSignal };

/** Messages on their way at once: a slow one does not hold up a sign-in link. */
const ABREAST = 4;

/**
 * Sends what is due, at most `batch` messages (20 unless told). Any number of deliverers may run at once, in
 * any number of servers. Each message is claimed, sent outside any transaction and marked by the same claim.
 *
 * At least once, and once but for one window: when the mail server has taken a message and the process or the
 * database dies before it is marked, it is sent again, with the same Message-ID.
 */
export async function deliverDue(at: Date, options: Options = {}): Promise<Delivered> {
  const { batch = 20, transport = outgoing(), signal } = options;
  const done: Delivered = { sent: 0, postponed: 0, dead: 0, serverAway: false };
  let left = batch;
  const lane = async () => {
    while (left-- > 0 && !done.serverAway && !signal?.aborted) {
      const message = await claimNext(at);
      if (!message) return;
      await deliver(message, transport, at, done);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(ABREAST, batch) }, lane));
  // Every lane has ended by now: nothing of this pass goes on behind the caller's back.
  for (const lane of lanes) if (lane.status === "rejected") throw lane.reason;
  return done;
}

async function deliver(message: Claimed, transport: Transport, at: Date, done: Delivered): Promise<void> {
  const hopeless = hopelessness(message, at);
  if (hopeless) return bury(message, at, hopeless, done);
  if (transport.kind === "mailbox") {
    if (await intoMailbox(message, at)) done.sent++;
    return;
  }
  try {
    await transport.send(message, at);
  } catch (error) {
    return failed(message, at, error, done);
  }
  await recordSent(message, at);
  done.sent++;
}

/** Why it is not even tried, if so: the process may have died in each of its tries. */
function hopelessness(message: Claimed, at: Date): string | undefined {
  if (isTooLate(message, at)) return "What it carried had expired before it could be sent.";
  if (message.attempts > MOST_TRIES) return "Sending it was broken off too often.";
}

async function failed(message: Claimed, at: Date, error: unknown, done: Delivered): Promise<void> {
  const { permanent, serverAway, reason } = sendFailure(error);
  if (serverAway) done.serverAway = true;
  const next = permanent ? null : nextTry(message.attempts, at, Math.random());
  if (!next) return bury(message, at, reason, done);
  await postpone(db, message, next, reason);
  done.postponed++;
  log.warn(
    { mail: message.id, tries: message.attempts, reason },
    "An e-mail could not be sent and will be tried again",
  );
}

async function bury(message: Claimed, at: Date, reason: string, done: Delivered): Promise<void> {
  await giveUp(db, message, at, reason);
  done.dead++;
  log.error({ mail: message.id, tries: message.attempts, reason }, "An e-mail was given up");
}

/** The demo's mail arrives in the transaction that marks it sent: exactly once. */
async function intoMailbox(message: Claimed, at: Date): Promise<boolean> {
  const { id, toAddress, subject, text, html } = message;
  const attachments = message.attachments ?? Prisma.DbNull;
  return inTransaction(async (tx) => {
    if (!(await markSent(tx, message, at))) return false;
    await tx.demoMail.create({ data: { id, toAddress, subject, text, html, attachments, arrivedAt: at } });
    return true;
  });
}

/** Seconds between tries to record what has left: all within the claim's two minutes. */
const RECORD_WAITS = [0.2, 1, 3, 5];

/** Marks what the mail server has taken, through a short absence of the database: the window for a double. */
async function recordSent(message: Claimed, at: Date): Promise<void> {
  for (const wait of [...RECORD_WAITS, null]) {
    try {
      if (await markSent(db, message, at)) return;
      // Its claim ran out, or an earlier try of this loop was recorded although its answer was lost.
      return log.warn({ mail: message.id }, "A sent e-mail was no longer held when it came to be marked");
    } catch (error) {
      if (wait === null) throw error;
      log.warn({ mail: message.id, error: errorFacts(error) }, "A sent e-mail could not be marked yet");
      await pause(wait * 1000);
    }
  }
}
