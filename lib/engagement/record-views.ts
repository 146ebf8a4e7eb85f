import "server-only";
import { readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { RecordView } from "./schema";

type Row = Omit<RecordView, "correctable" | "recordedAt"> & {
  recordedAt: string | Date;
  recordedById: string | null;
};

/**
 * What is recorded of one milestone of one participant, newest first: who made each record, somebody with an account
 * or an NPQ mentor, and which cohort it is carried over from. One query.
 */
export async function recordViews(
  { enrolmentId, milestoneId }: { enrolmentId: string; milestoneId: string },
  correctable: (record: Omit<Row, "recordedAt">) => boolean,
): Promise<RecordView[]> {
  const rows = await readRows<Row>(Prisma.sql`
    SELECT r.id, r.minutes, r.completes, r.source::text AS source, to_char(r."happenedOn", 'YYYY-MM-DD') AS "happenedOn",
      r.note, r."recordedById"::text AS "recordedById", r."recordedAt", coalesce(u.name, n.name, '') AS "recordedBy",
      c.name AS "carriedFrom",
      NOT EXISTS (SELECT 1 FROM "EngagementRecord" s WHERE s."supersedesId" = r.id) AS live
    FROM "EngagementRecord" r
    LEFT JOIN "User" u ON u.id = r."recordedById"
    LEFT JOIN "NpqMentor" n ON n.id = r."mentorId"
    LEFT JOIN "EngagementRecord" f ON f.id = r."carriedFromId"
    LEFT JOIN "Enrolment" e ON e.id = f."enrolmentId"
    LEFT JOIN "Cohort" c ON c.id = e."cohortId"
    WHERE r."enrolmentId" = ${enrolmentId}::uuid AND r."milestoneId" = ${milestoneId}::uuid
    ORDER BY r."recordedAt" DESC, r.id DESC`);
  return rows.map(({ recordedById, recordedAt, ...row }) => ({
    ...row,
    recordedAt: new Date(recordedAt),
    correctable: correctable({ ...row, recordedById }),
  }));
}
