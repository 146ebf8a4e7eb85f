import "server-only";
import { z } from "zod";
import { type Actor, managesCohort } from "../../auth/actor";
import { dateTimeInLondon, dayInLondon, type PlainDate } from "../../dates";
import { db } from "../../db";
import { isId } from "../../ids";
import type { ApplicationState } from "../schema";
import {
  MATCHED_BY,
  type MatchedBy,
  OUTCOMES,
  type Outcome,
  type ReportLine,
  reportLine,
} from "../schema-registrations";
import { LIVE } from "../states";

/**
 * Whether DfE has registered the applicant for the course, as a list of DfE's says: the day it was imported, and by
 * what it was matched. Null until a list does. For whoever may see the application: ask only for one that is found.
 */
export async function registrationOf(
  applicationId: string,
): Promise<{ confirmedOn: PlainDate; matchedBy: MatchedBy; dfeId: string } | null> {
  if (!isId(applicationId)) return null;
  const entry = await db.registrationEntry.findFirst({
    where: { applicationId },
    select: { dfeId: true, matchedBy: true, upload: { select: { uploadedAt: true } } },
    orderBy: { id: "asc" },
  });
  const matchedBy = MATCHED_BY.find((by) => by === entry?.matchedBy);
  return entry && matchedBy
    ? { confirmedOn: dayInLondon(entry.upload.uploadedAt), matchedBy, dfeId: entry.dfeId }
    : null;
}

export type UploadRow = {
  id: string;
  fileName: string;
  by: string;
  at: string;
  rowCount: number;
  counts: Record<Outcome, number>;
};
export type Registrations = {
  /** Live applications that were sent, and how many of them DfE's lists confirm. */
  sent: number;
  confirmed: number;
  /** Registrations that wait for an application. */
  waiting: number;
  uploads: UploadRow[];
};

const SENT: ApplicationState[] = LIVE.filter((state) => state !== "draft");

/** The registrations of a cohort, for those who manage it; null for everybody else. The latest hundred lists. */
export async function registrationsOfCohort(actor: Actor, cohortId: string): Promise<Registrations | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const live = { cohortId, state: { in: SENT } };
  const [sent, confirmed, waiting, uploads] = await Promise.all([
    db.application.count({ where: live }),
    db.application.count({ where: { ...live, registrations: { some: {} } } }),
    db.registrationEntry.count({ where: { applicationId: null, upload: { cohortId } } }),
    uploadsOf(cohortId),
  ]);
  return { sent, confirmed, waiting, uploads: uploads.map(toRow) };
}

type Row = Omit<UploadRow, "at" | "counts"> & { at: Date; counts: Partial<Record<Outcome, number>> | null };

/** Counted by the database: a report has up to five thousand lines. */
function uploadsOf(cohortId: string, uploadId: string | null = null): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT up.id::text, up."fileName", u.name AS by, up."uploadedAt" AS at, up."rowCount",
      (SELECT jsonb_object_agg(outcome, lines) FROM
        (SELECT line->>'outcome' AS outcome, count(*) AS lines FROM jsonb_array_elements(up.report) AS line GROUP BY 1)
        AS counted) AS counts
    FROM "RegistrationUpload" up JOIN "User" u ON u.id = up."uploadedById"
    WHERE up."cohortId" = ${cohortId}::uuid AND (${uploadId}::uuid IS NULL OR up.id = ${uploadId}::uuid)
    ORDER BY up."uploadedAt" DESC, up.id DESC LIMIT 100`;
}

function toRow({ at, counts, ...row }: Row): UploadRow {
  const all = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, counts?.[outcome] ?? 0]));
  return { ...row, at: dateTimeInLondon(at), counts: all as Record<Outcome, number> };
}

export type UploadReport = UploadRow & {
  lines: (ReportLine & { name: string | null; email: string | null; applicationId: string | null })[];
};

/** What became of every line of a list; null for who does not manage its cohort. Names stand with the registrations. */
export async function registrationReport(
  actor: Actor,
  cohortId: string,
  uploadId: string,
): Promise<UploadReport | null> {
  if (!isId(cohortId) || !isId(uploadId) || !managesCohort(actor, cohortId)) return null;
  const [row] = await uploadsOf(cohortId, uploadId);
  if (!row) return null;
  const { report } = await db.registrationUpload.findUniqueOrThrow({
    where: { id: uploadId },
    select: { report: true },
  });
  const lines = z.array(reportLine).parse(report);
  const entries = await db.registrationEntry.findMany({
    where: { dfeId: { in: lines.flatMap(({ dfeId }) => dfeId ?? []) }, upload: { cohortId } },
    select: { dfeId: true, fullName: true, email: true, applicationId: true },
  });
  const byId = new Map(entries.map((entry) => [entry.dfeId, entry]));
  return {
    ...toRow(row),
    lines: lines.map((line) => {
      const entry = byId.get(line.dfeId ?? "");
      const { fullName: name = null, email = null, applicationId = null } = entry ?? {};
      return { ...line, name, email, applicationId };
    }),
  };
}
