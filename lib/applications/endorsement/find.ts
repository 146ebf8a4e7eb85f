import "server-only";
import { isToken, tokenHash } from "../../auth/secrets";
import type { Tx } from "../../db";
import { NotFound } from "../../errors";
import type { Prisma } from "../../generated/prisma/client";
import { facts } from "../find";

/** How the verbs and pages find an asking: by the link that was e-mailed, and nothing beside it. */

export const asking = {
  id: true,
  applicationId: true,
  sponsorName: true,
  sponsorEmail: true,
  askedAt: true,
  expiresAt: true,
  remindedAt: true,
  endedAt: true,
  outcome: true,
  answeredAt: true,
  note: true,
  jobTitle: true,
  releasesTime: true,
  supportsMentor: true,
} as const satisfies Prisma.EndorsementSelect;
export type AskingRow = Prisma.EndorsementGetPayload<{ select: typeof asking }>;

/**
 * The asking that a link belongs to, or null. A reminder's link is one more of the same asking, and ends the row of
 * the one before: whichever of them is opened, it is the last row that counts.
 */
export async function askingByToken(tx: Tx, token: string): Promise<AskingRow | null> {
  if (!isToken(token)) return null;
  const opened = await tx.endorsement.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { applicationId: true, sponsorEmail: true, askedAt: true },
  });
  if (!opened) return null;
  return tx.endorsement.findFirst({
    where: opened,
    select: asking,
    orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
  });
}

/** The same with its application, locked until the end of the transaction. @throws NotFound for an unknown link */
export async function lockedAsking(tx: Tx, token: string) {
  const found = await askingByToken(tx, token);
  if (!found) throw new NotFound();
  await lockApplication(tx, found.applicationId);
  const row = await askingByToken(tx, token);
  if (!row) throw new NotFound();
  const application = await tx.application.findUniqueOrThrow({
    where: { id: row.applicationId },
    select: facts,
  });
  return { row, application };
}

/** Whoever asks, answers or decides comes one after the other. */
export async function lockApplication(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Application" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** True when the sponsor's endorsement is there: an offer may be made on it. */
export async function isEndorsed(tx: Tx, applicationId: string): Promise<boolean> {
  return (await tx.endorsement.count({ where: { applicationId, outcome: "endorsed" } })) > 0;
}
