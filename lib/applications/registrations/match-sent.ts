import "server-only";
import type { Tx } from "../../db";
import { candidatesFor, candidatesIndex } from "./candidates";
import { matchOf } from "./match";

/**
 * Gives an application that has just been sent the registration that waits for it, where a list brought one before.
 * Part of sending it. Holds the cohort against a list that is coming in at this moment: one of the two sees the other.
 */
export async function matchSent(tx: Tx, applicationId: string): Promise<void> {
  const { cohortId, trn, user } = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { cohortId: true, trn: true, user: { select: { email: true } } },
  });
  await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${cohortId}::uuid FOR KEY SHARE`;
  const waiting = await tx.registrationEntry.findMany({
    where: {
      applicationId: null,
      upload: { cohortId },
      OR: [{ email: user.email }, ...(trn ? [{ trn }] : [])],
    },
    select: { id: true, dfeId: true, trn: true, email: true },
    orderBy: { id: "asc" },
  });
  if (waiting.length === 0) return;
  const meant = candidatesIndex(await candidatesFor(tx, waiting));
  for (const { id, ...entry } of waiting) {
    const match = matchOf(entry, meant(entry), cohortId);
    if (match.kind !== "matched" || match.application.id !== applicationId) continue;
    await tx.registrationEntry.update({ where: { id }, data: { applicationId, matchedBy: match.by } });
    return;
  }
}
