import "server-only";
import type { Tx } from "../db";

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
