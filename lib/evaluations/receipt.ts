import "server-only";
import { lineOf } from "../enrolments/line";
import { Prisma } from "../generated/prisma/client";

/**
 * True, in SQL, when an evaluation was sent from that enrolment, or that of the same module from one that it goes on
 * from: whoever moves to a later cohort has said what they think of the module, and nobody is counted twice.
 */
export function sentBefore(enrolmentId: Prisma.Sql, milestoneId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "EvaluationReceipt" receipt
    JOIN ${lineOf(enrolmentId)} line ON line.id = receipt."enrolmentId"
    JOIN "Milestone" of ON of.id = receipt."milestoneId"
    JOIN "Milestone" this ON this.id = ${milestoneId}
    WHERE of.id = this.id OR of.module = this.module)`;
}
