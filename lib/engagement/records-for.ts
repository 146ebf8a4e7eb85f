import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { recordViews } from "./record-views";
import { reviewedBy } from "./reviewers";
import type { RecordView } from "./schema";

/**
 * What is recorded of one participant's milestone, newest first, for whoever may look into it (reviewers.ts); nothing
 * for everybody else. Two queries.
 */
export async function recordsFor(
  actor: Actor,
  enrolmentId: string,
  milestoneId: string,
): Promise<RecordView[]> {
  const [may] = await db.$queryRaw<{ may: boolean }[]>`
    SELECT true AS may FROM "Enrolment" e JOIN "Milestone" m ON m."cohortId" = e."cohortId"
    WHERE e.id = ${enrolmentId}::uuid AND m.id = ${milestoneId}::uuid AND ${reviewedBy(actor)}`;
  return may ? recordViews({ enrolmentId, milestoneId }, () => false) : [];
}
