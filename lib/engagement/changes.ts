import "server-only";
import type { Actor } from "../auth/actor";
import { type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import type { RecordSource } from "./schema";

/** Something that somebody else recorded about the viewer. */
export type Change = {
  id: string;
  milestoneId: string;
  title: string;
  module: number | null;
  source: RecordSource;
  minutes: number;
  /** The day it was recorded, in London. */
  day: PlainDate;
  recordedBy: string;
  /** True when it took the place of an earlier record. */
  correction: boolean;
};

const SHOWN = 5;

type Row = Omit<Change, "day"> & { day: Date };

/** What others recorded last about the viewer's enrolment, newest first: at most five. One query. */
export async function changesByOthers(actor: Actor, enrolmentId: string): Promise<Change[]> {
  if (!isId(enrolmentId)) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r."milestoneId", m.title, m.module, r.source::text AS source, r.minutes,
      (r."recordedAt" AT TIME ZONE 'Europe/London')::date AS day, u.name AS "recordedBy",
      r."supersedesId" IS NOT NULL AS correction
    FROM "EngagementRecord" r
    JOIN "Enrolment" e ON e.id = r."enrolmentId"
    JOIN "Milestone" m ON m.id = r."milestoneId"
    JOIN "User" u ON u.id = r."recordedById"
    WHERE r."enrolmentId" = ${enrolmentId}::uuid AND e."userId" = ${actor.userId}::uuid
      AND r."recordedById" <> ${actor.userId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "EngagementRecord" s WHERE s."supersedesId" = r.id)
    ORDER BY r."recordedAt" DESC, r.id DESC
    LIMIT ${SHOWN}`;
  return rows.map((row) => ({ ...row, day: plainDate(row.day) }));
}
