import "server-only";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { NotFound } from "../errors";
import type { Prisma } from "../generated/prisma/client";

/** What was done, to what, and what changed. Values are identifiers, states and figures; no free text of a person's. */
export type AuditFact = {
  /** noun.verb in the past: application.submitted, offer.accepted. */
  action: string;
  subjectType: string;
  subjectId: string;
  cohortId?: string | null;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/**
 * Writes the audit row of a step, in the step's own transaction. A null actor is the portal itself.
 * @throws NotFound for whoever looks at somebody else's pages: act() refuses them first, with a sentence, and this
 * undoes the step of any verb that was reached by another way.
 */
export async function recordAudit(
  tx: Tx,
  actor: Pick<Actor, "userId" | "viewing"> | null,
  fact: AuditFact,
  at: Date,
): Promise<void> {
  if (actor?.viewing) throw new NotFound();
  await tx.auditEntry.create({ data: { ...fact, actorId: actor?.userId ?? null, at } });
}

/** The same for many things that one step does, in one statement. */
export async function recordAudits(
  tx: Tx,
  actor: Pick<Actor, "userId"> | null,
  facts: readonly AuditFact[],
  at: Date,
): Promise<void> {
  await tx.auditEntry.createMany({
    data: facts.map((fact) => ({ ...fact, actorId: actor?.userId ?? null, at })),
  });
}
