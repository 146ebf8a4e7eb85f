import "server-only";
import { recordAudit } from "../audit/record";
import type { Tx } from "../db";
import type { Actor } from "./actor";

/** Those to write to about a cohort: its managers or, where it has none, the administrators. */
export async function managersOf(tx: Tx, cohortId: string): Promise<{ userId: string; email: string }[]> {
  const held = { endedAt: null, user: { accessEndedAt: null } };
  const select = { userId: true, user: { select: { email: true } } } as const;
  const managers = await tx.roleAssignment.findMany({
    where: { ...held, role: "cohort_manager", cohortId },
    select,
  });
  const found =
    managers.length > 0
      ? managers
      : await tx.roleAssignment.findMany({ where: { ...held, role: "administrator" }, select });
  return found.map(({ userId, user }) => ({ userId, email: user.email }));
}

/**
 * Makes the person who starts a cohort its manager, in the transaction that makes the cohort, which authorises. An
 * administrator manages every cohort anyway and gets no role of their own.
 */
export async function manageOwnCohort(tx: Tx, actor: Actor, cohortId: string, at: Date): Promise<void> {
  const role = "cohort_manager" as const;
  const { userId } = actor;
  await tx.roleAssignment.create({ data: { userId, role, cohortId, grantedById: userId, grantedAt: at } });
  const fact = { action: "role.granted", subjectType: "user", subjectId: userId, cohortId, after: { role } };
  await recordAudit(tx, actor, fact, at);
}
