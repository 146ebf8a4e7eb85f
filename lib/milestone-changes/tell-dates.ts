import "server-only";
import { recordAudit } from "../audit/record";
import { inTransaction, type Tx } from "../db";
import { queueEmails } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { datesEmail } from "./emails";

const BATCH = 200;

/**
 * Tells a cohort's active participants of windows that were moved, so many in a transaction, so that ten thousand
 * letters hold up nobody. Any number of servers may do so at once, and each may be broken off at any point: a batch and
 * the place up to which it went are one transaction. Who has joined since the change knows no other dates, and is not
 * told; nor is who has left, or whose access has ended.
 * @returns how many e-mails were queued
 */
export async function tellMovedDates(
  at: Date,
  { batch = BATCH, batches = Number.POSITIVE_INFINITY } = {},
): Promise<number> {
  let told = 0;
  for (let done = 0; done < batches; done++) {
    const queued = await inTransaction((tx) => tellBatch(tx, batch, at));
    if (queued === null) break;
    if (queued > 0) wakeOutbox();
    told += queued;
  }
  return told;
}

type Change = {
  id: string;
  cohortId: string;
  baseVersion: number;
  lines: string[];
  movedAt: Date;
  through: string | null;
  told: number;
  cohortName: string;
  programme: string;
};

/** Queues the next few letters of the earliest change; null where nothing is left that nobody else is at. */
async function tellBatch(tx: Tx, batch: number, at: Date): Promise<number | null> {
  const [change] = await tx.$queryRaw<Change[]>`
    SELECT m.id, m."cohortId", m."baseVersion", m.lines, m."movedAt", m.through, m.told, c.name AS "cohortName",
      p."shortName" AS programme
    FROM "MovedDates" m JOIN "Cohort" c ON c.id = m."cohortId" JOIN "Programme" p ON p.id = c."programmeId"
    WHERE m."finishedAt" IS NULL ORDER BY m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED`;
  if (!change) return null;
  const people = await tx.enrolment.findMany({
    where: {
      cohortId: change.cohortId,
      ...{ state: "active", user: { accessEndedAt: null } },
      enrolledAt: { lte: change.movedAt },
      ...(change.through ? { id: { gt: change.through } } : {}),
    },
    select: { id: true, fullName: true, user: { select: { email: true } } },
    orderBy: { id: "asc" },
    take: batch,
  });
  const letters = people.map(({ id, fullName, user }) => ({
    to: user.email,
    message: datesEmail(fullName, change, change.lines),
    dedupeKey: `route-map-dates:${id}:${change.baseVersion}`,
  }));
  await queueEmails(tx, letters, at);
  await goOn(tx, change, { told: change.told + people.length, through: people.at(-1)?.id, batch }, at);
  return people.length;
}

/** Keeps up to whom it went; a batch that was not full was the last. */
async function goOn(
  tx: Tx,
  { id, cohortId, told: before, through: last }: Change,
  { told, through, batch }: { told: number; through: string | undefined; batch: number },
  at: Date,
): Promise<void> {
  const finished = told - before < batch;
  const data = { told, through: through ?? last, finishedAt: finished ? at : null };
  await tx.movedDates.update({ where: { id }, data });
  if (!finished) return;
  const fact = { action: "milestones.told", subjectType: "cohort", subjectId: cohortId, cohortId };
  await recordAudit(tx, null, { ...fact, after: { told } }, at);
}
