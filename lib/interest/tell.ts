import "server-only";
import { recordAudit } from "../audit/record";
import { inTransaction, type Tx } from "../db";
import { countQueued, queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { newsEmail } from "./emails";
import { dueSubjects, type Subject } from "./subjects";

const BATCH = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Tells everybody who asked and confirmed of what has become public: scholarship notices, and cohorts that have opened
 * for applications. Any number of servers may do so at once, and each may be broken off at any point: an e-mail's key
 * is its subject and its interest, so nobody is told twice, and a subject counts as told when all have been.
 * @returns how many e-mails were queued
 */
export async function tellNews(at: Date, { batch = BATCH } = {}): Promise<number> {
  let told = 0;
  for (const subject of await dueSubjects(at)) told += await tell(subject, batch, at);
  return told;
}

async function tell(subject: Subject, batch: number, at: Date): Promise<number> {
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const from: string = after;
    after = await inTransaction((tx) => tellBatch(tx, subject, { from, batch }, at));
    wakeOutbox();
  }
  return close(subject, at);
}

/** Queues the news for the next few; answers the last of them, or nothing when there are none left. */
async function tellBatch(
  tx: Tx,
  subject: Subject,
  { from, batch }: { from: string; batch: number },
  at: Date,
): Promise<string | undefined> {
  const { id, programmeId, topic, programme, opening } = subject;
  if (!(await stillStands(tx, subject))) return undefined;
  // Held until they are queued: who leaves meanwhile waits, and then takes the unsent message along.
  const rows = await tx.$queryRaw<{ id: string; email: string }[]>`
    SELECT "id", "email" FROM "Interest"
    WHERE "programmeId" = ${programmeId}::uuid AND "topic" = ${topic}::"InterestTopic"
      AND "confirmedAt" IS NOT NULL AND "id" > ${from}::uuid
    ORDER BY "id" LIMIT ${batch} FOR UPDATE`;
  for (const interest of rows) {
    const message = newsEmail(programme, opening, interest.id);
    await queueEmail(tx, interest.email, message, { dedupeKey: `${keyOf(id)}${interest.id}`, at });
  }
  // Who asked for the next cohort has had what they asked for: the address is kept no longer.
  if (topic === "next_cohort") {
    await tx.interest.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } });
  }
  return rows.at(-1)?.id;
}

const keyOf = (subjectId: string) => `interest-news:${subjectId}:`;

/** False once a notice was withdrawn; one that is being told cannot be withdrawn within a batch. */
async function stillStands(tx: Tx, { id, topic }: Subject): Promise<boolean> {
  if (topic === "next_cohort") return true;
  const standing = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "ScholarshipNotice" WHERE "id" = ${id}::uuid AND "withdrawnAt" IS NULL FOR SHARE`;
  return standing.length === 1;
}

/** Writes down that it has been told, and to how many; of two servers, one does. */
async function close({ id, programmeId, topic }: Subject, at: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const told = await countQueued(tx, keyOf(id));
    const row = { programmeId, topic, subjectId: id, toldAt: at, told };
    const { count } = await tx.interestNews.createMany({ data: row, skipDuplicates: true });
    if (count === 0) return 0;
    const subjectType = topic === "scholarships" ? "scholarship_notice" : "cohort";
    const fact = { action: "interest.told", subjectType, subjectId: id, after: { topic, told } };
    await recordAudit(tx, null, fact, at);
    return told;
  });
}
