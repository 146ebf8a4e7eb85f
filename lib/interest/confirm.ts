import "server-only";
import { recordAudit } from "../audit/record";
import { isToken } from "../auth/secrets";
import { inTransaction } from "../db";
import { WrongState } from "../errors";
import { CONFIRM_DAYS, TOPICS } from "./schema";
import { confirmHash } from "./tokens";

const DAY_MS = 86_400_000;

/** The instant before which an address that was not confirmed has run out. */
export const confirmableSince = (at: Date) => new Date(at.getTime() - CONFIRM_DAYS * DAY_MS);

/** The hashes that rows of an e-mail's link may have. */
export const hashesOf = (token: string) => TOPICS.map((topic) => confirmHash(topic, token));

/**
 * Confirms every topic that the e-mail's link is for. Done twice, it is done once.
 * @throws WrongState for a link that has run out, or never was one.
 */
export async function confirmInterest(token: string, at: Date): Promise<void> {
  const asked = isToken(token) ? { confirmTokenHash: { in: hashesOf(token) } } : null;
  await inTransaction(async (tx) => {
    const rows = asked
      ? await tx.interest.findMany({
          where: {
            ...asked,
            OR: [{ confirmedAt: { not: null } }, { askedAt: { gt: confirmableSince(at) } }],
          },
          select: { id: true, programmeId: true, topic: true, confirmedAt: true },
        })
      : [];
    if (rows.length === 0) {
      throw new WrongState(
        `This link no longer works: it does for ${CONFIRM_DAYS} days, and a newer e-mail takes the place of an older one. Ask again on the programme’s page.`,
      );
    }
    for (const { id, programmeId, topic } of rows.filter((row) => row.confirmedAt === null)) {
      const { count } = await tx.interest.updateMany({
        where: { id, confirmedAt: null },
        data: { confirmedAt: at },
      });
      if (count === 0) continue;
      const fact = { action: "interest.confirmed", subjectType: "interest", subjectId: id };
      await recordAudit(tx, null, { ...fact, after: { programmeId, topic } }, at);
    }
  });
}
