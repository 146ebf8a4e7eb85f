import "server-only";
import { recordAudit } from "../../audit/record";
import { type Actor, managesCohort } from "../../auth/actor";
import { countOrRefuse, type Limit } from "../../auth/rate-limit";
import { nameOfFile } from "../../csv-read";
import { inTransaction, type Tx } from "../../db";
import { FieldProblem, NotFound } from "../../errors";
import { isId } from "../../ids";
import { OUTCOMES, type ReportLine } from "../schema-registrations";
import { enter } from "./enter";
import { readRegistrations } from "./list-file";

/** Reading a file costs the server something. */
const UPLOADS: Limit = { name: "registration-uploads", max: 60, windowMinutes: 60 };

type Sent = { cohortId: string; file: { name: string; bytes: Uint8Array } | null };

/**
 * Takes DfE's list of registrations for a cohort, matches each to an application, and keeps a report of what became of
 * every line. A registration is imported once: a line that was imported before is only tried again where it had no
 * application yet. Answers the identifier of the upload.
 * @throws NotFound for who does not manage the cohort; FieldProblem on `file` for one that cannot be read; TooMany
 */
export async function uploadRegistrations(actor: Actor, sent: Sent, at: Date): Promise<string> {
  const { cohortId, file } = sent;
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) throw new NotFound();
  await countOrRefuse(UPLOADS, actor.userId, "You have sent very many files.", at);
  if (!file || file.bytes.length === 0) throw new FieldProblem("file", "Choose a file that is not empty");
  const { rows, wrong } = readRegistrations(file.bytes);
  return inTransaction(async (tx) => {
    const course = await courseOf(tx, cohortId);
    const upload = await tx.registrationUpload.create({
      data: {
        cohortId,
        fileName: nameOfFile(file.name, "registrations.csv"),
        rowCount: rows.length + wrong.length,
        report: [],
        uploadedById: actor.userId,
        uploadedAt: at,
      },
      select: { id: true },
    });
    const lines = [
      ...(await enter(tx, { cohortId, uploadId: upload.id, course }, rows)),
      ...wrong.map(({ line, why }): ReportLine => ({ line, outcome: "wrong", why, dfeId: null })),
    ].sort((a, b) => a.line - b.line);
    await tx.registrationUpload.update({ where: { id: upload.id }, data: { report: lines } });
    const after = Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, lines.filter((line) => line.outcome === outcome).length]),
    );
    const fact = {
      action: "registrations.uploaded",
      subjectType: "registration_upload",
      subjectId: upload.id,
      cohortId,
      after,
    };
    await recordAudit(tx, actor, fact, at);
    return upload.id;
  });
}

/** Holds the cohort, so that two lists, or a list and an application being sent, come one after the other. */
async function courseOf(tx: Tx, cohortId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ course: string | null }[]>`
    SELECT p."dfeIdentifier" AS course FROM "Cohort" c JOIN "Programme" p ON p.id = c."programmeId"
    WHERE c.id = ${cohortId}::uuid FOR UPDATE OF c`;
  if (!row) throw new NotFound();
  return row.course;
}
