import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { countOrRefuse, type Limit } from "../auth/rate-limit";
import { nameOfFile } from "../csv-read";
import { db, inTransaction, uniqueViolation } from "../db";
import { FieldProblem, NotFound } from "../errors";
import { isId } from "../ids";
import { type ListFile, readListFile } from "./list-file";
import { canKeepLists } from "./policy";
import { FILE_LIMIT } from "./schema";

/** Reading a file costs the server something. */
export const UPLOADS: Limit = { name: "funding-uploads", max: 60, windowMinutes: 60 };

type Sent = {
  formKey: string;
  /** As the browser calls it; null where no file came. Kept for people to recognise it by. */
  file: { name: string; bytes: Uint8Array } | null;
  /** Only look whether it could be taken. */
  checkOnly: boolean;
};
export type Upload = { kind: "saved"; id: string } | { kind: "report"; file: ListFile };

/**
 * Takes a file of schools or trusts. A file with a wrong line changes nothing and comes back as a report, and so does
 * one that is only checked. What stands on the lists already is not entered again; of the file, only its entries are
 * kept. The same form sent twice is one upload.
 * @throws NotFound for who may not; FieldProblem on `file` for one that cannot be read or brings nothing new; TooMany
 */
export async function uploadList(
  actor: Actor,
  { formKey: id, file: sent, checkOnly }: Sent,
  at: Date,
): Promise<Upload> {
  if (!canKeepLists(actor)) throw new NotFound();
  await countOrRefuse(UPLOADS, actor.userId, "You have sent very many files.", at);
  if (!sent || sent.bytes.length === 0) throw new FieldProblem("file", "Choose a file that is not empty");
  if (sent.bytes.length > FILE_LIMIT)
    throw new FieldProblem("file", `The file is larger than ${FILE_LIMIT / 1_000} kB. Send it in parts.`);
  const file = readListFile(sent.bytes);
  if (checkOnly || file.problems.length > 0) return { kind: "report", file };
  try {
    await enter(actor, { id, fileName: nameOfFile(sent.name, "list.csv"), file }, at);
  } catch (error) {
    // The other click was quicker.
    if (!uniqueViolation(error) || !(await db.fundingUpload.findUnique({ where: { id } }))) throw error;
  }
  return { kind: "saved", id };
}

async function enter(
  actor: Actor,
  { id, fileName, file }: { id: string; fileName: string; file: ListFile },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const upload = { id, fileName, entryCount: 0, uploadedById: actor.userId, uploadedAt: at };
    await tx.fundingUpload.create({ data: upload });
    // One statement, however many lines: quick on a busy machine too. A unique index knows what stands there already.
    const entryCount = await tx.$executeRaw`
      INSERT INTO "FundingListEntry" ("id", "uploadId", "listName", "urn", "ukprn", "validFrom", "validTo")
      SELECT gen_random_uuid(), ${id}::uuid, e.* FROM jsonb_to_recordset(${JSON.stringify(file.entries)}::jsonb)
        AS e("listName" text, "urn" text, "ukprn" text, "validFrom" date, "validTo" date)
      ON CONFLICT DO NOTHING`;
    if (entryCount === 0)
      throw new FieldProblem(
        "file",
        "Every line of this file is on the lists already, so nothing was changed",
      );
    await tx.fundingUpload.update({ where: { id }, data: { entryCount } });
    const lists = [...new Set(file.entries.map(({ listName }) => listName))].slice(0, 20);
    const after = { entries: entryCount, there: file.entries.length - entryCount, lists };
    const fact = { action: "funding_list.uploaded", subjectType: "funding_upload", subjectId: id, after };
    await recordAudit(tx, actor, fact, at);
  });
}

/** Takes a whole upload away, with its entries. Done twice, it is done once. @throws NotFound for who may not */
export async function removeUpload(actor: Actor, uploadId: string, at: Date): Promise<void> {
  if (!canKeepLists(actor) || !isId(uploadId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const [gone] = await tx.$queryRaw<{ entryCount: number }[]>`
      DELETE FROM "FundingUpload" WHERE "id" = ${uploadId}::uuid RETURNING "entryCount"`;
    if (!gone) return;
    const before = { entries: gone.entryCount };
    const fact = {
      action: "funding_list.removed",
      subjectType: "funding_upload",
      subjectId: uploadId,
      before,
    };
    await recordAudit(tx, actor, fact, at);
  });
}
