import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { cohortFor } from "./open";

type Step = { cohortId: string; version: number };

/**
 * Makes a draft cohort public: its route map, and, on the days from opening to closing, applications. For its managers
 * and administrators.
 * @throws NotFound, StaleVersion, WrongState for one that is public or archived
 */
export async function publishCohort(actor: Actor, { cohortId, version }: Step, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await cohortFor(tx, actor, { cohortId, version, move: "publish" });
    await tx.cohort.update({
      where: { id: cohortId },
      data: { publishedAt: at, version: { increment: 1 } },
    });
    const fact = { action: "cohort.published", subjectType: "cohort", subjectId: cohortId, cohortId };
    await recordAudit(tx, actor, { ...fact, before: { state: "draft" }, after: { state: "published" } }, at);
  });
}
