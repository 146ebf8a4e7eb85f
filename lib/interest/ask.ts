import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "../audit/record";
import { countOrRefuse, type Limit } from "../auth/rate-limit";
import { dayInLondon } from "../dates";
import { db, inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { NotFound } from "../errors";
import { newToken } from "../ids";
import { isSlug } from "../programmes/schema";
import { confirmableUntil, confirmEmail, onTheListEmail } from "./emails";
import type { BeTold, Topic } from "./schema";
import { confirmHash } from "./tokens";

/** Generous for a person and for a school behind one address; a day's flood stops here. */
export const LIMITS = {
  byAddress: { name: "interest-address", max: 5, windowMinutes: 24 * 60 },
  byNetwork: { name: "interest-network", max: 20, windowMinutes: 60 },
} satisfies Record<string, Limit>;

/** A second click within so long is the first one's: its e-mail is on its way. */
const SAME_CLICK_MS = 2 * 60_000;

type Asked = BeTold & { programme: string; clientIp: string };

/**
 * Takes an address that wants to be told, and sends it an e-mail whose link confirms. Answers the same for every
 * address: who is on a list already is told so by e-mail, at most once a day.
 * @throws NotFound for a programme that is not public; TooMany, with when to come back.
 */
export async function askToBeTold(input: Asked, at: Date): Promise<void> {
  const { programme: slug, email, clientIp } = input;
  const programme = isSlug(slug)
    ? await db.programme.findFirst({
        where: { slug, publishedAt: { lte: at } },
        select: { id: true, slug: true, shortName: true, title: true },
      })
    : null;
  if (!programme) throw new NotFound();
  await countOrRefuse(LIMITS.byNetwork, clientIp, tooMany("your network"), at);
  await countOrRefuse(LIMITS.byAddress, email, tooMany("this address"), at);
  const token = newToken();
  await inTransaction(async (tx) => {
    const open: Topic[] = [];
    const known: { id: string; topic: Topic }[] = [];
    for (const topic of input.topics) {
      const asked = await askFor(tx, { programmeId: programme.id, topic, email, token }, at);
      if (asked.state === "open") open.push(topic);
      if (asked.state === "confirmed") known.push({ id: asked.id, topic });
    }
    if (open.length > 0) {
      const dedupeKey = `interest-confirm:${confirmHash(open[0] ?? "scholarships", token)}`;
      // Only whoever reads the address's mail may have the token: wiped from here once it is sent.
      const way = { secret: true, usefulUntil: confirmableUntil(at) };
      await queueEmail(tx, email, confirmEmail(programme, { topics: open, token }), {
        dedupeKey,
        at,
        ...way,
      });
    } else if (known[0] && known.length === input.topics.length) {
      const dedupeKey = `interest-known:${known[0].id}:${dayInLondon(at)}`;
      await queueEmail(tx, email, onTheListEmail(programme, known), { dedupeKey, at });
    }
  });
  wakeOutbox();
}

const tooMany = (from: string) => `This has been asked for too often from ${from}.`;

type Row = { programmeId: string; topic: Topic; email: string; token: string };

/** "open": it has to be confirmed with this token; "on_its_way": another e-mail has just gone out for it. */
async function askFor(
  tx: Tx,
  { programmeId, topic, email, token }: Row,
  at: Date,
): Promise<{ id: string; state: "open" | "on_its_way" | "confirmed" }> {
  const hash = confirmHash(topic, token);
  const before = new Date(at.getTime() - SAME_CLICK_MS);
  // One statement, so that of two at once the second finds what the first has made.
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Interest" ("id", "programmeId", "topic", "email", "askedAt", "confirmTokenHash")
    VALUES (${randomUUID()}::uuid, ${programmeId}::uuid, ${topic}::"InterestTopic", ${email}, ${at}::timestamptz, ${hash})
    ON CONFLICT ("programmeId", "topic", "email") DO UPDATE
    SET "askedAt" = EXCLUDED."askedAt", "confirmTokenHash" = EXCLUDED."confirmTokenHash"
    WHERE "Interest"."confirmedAt" IS NULL AND "Interest"."askedAt" < ${before}::timestamptz
    RETURNING "id"`;
  if (made) {
    const fact = { action: "interest.asked", subjectType: "interest", subjectId: made.id };
    await recordAudit(tx, null, { ...fact, after: { programmeId, topic } }, at);
    return { id: made.id, state: "open" };
  }
  const there = await tx.interest.findUniqueOrThrow({
    where: { programmeId_topic_email: { programmeId, topic, email } },
    select: { id: true, confirmedAt: true },
  });
  return { id: there.id, state: there.confirmedAt ? "confirmed" : "on_its_way" };
}
