import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { inTransaction, uniqueViolation } from "../db";
import { WrongState } from "../errors";
import { impartialApplication } from "./impartial";

const SENT_ALREADY = "This form has been sent already. Reload the page to see what was kept.";

/**
 * Adds a note for colleagues. Notes are not changed afterwards, and the applicant never reads them. The same form
 * sent twice is one note. Answers how many notes there are now.
 */
export async function addNote(
  actor: Actor,
  { applicationId, body, formKey }: { applicationId: string; body: string; formKey: string },
  at: Date,
): Promise<number> {
  try {
    return await inTransaction(async (tx) => {
      const application = await impartialApplication(tx, actor, applicationId);
      const earlier = await tx.applicationNote.findUnique({ where: { formKey } });
      if (!earlier) await writeNote(tx, actor, application, { body, formKey }, at);
      else if (
        earlier.applicationId !== application.id ||
        earlier.byId !== actor.userId ||
        earlier.body !== body
      )
        throw new WrongState(SENT_ALREADY);
      return tx.applicationNote.count({ where: { applicationId: application.id } });
    });
  } catch (error) {
    // Two at the very same moment: the other one's is there now.
    if (uniqueViolation(error)) return addNote(actor, { applicationId, body, formKey }, at);
    throw error;
  }
}

/** Writes a note with its audit row, inside the transaction of what it belongs to. */
export async function writeNote(
  tx: Tx,
  actor: Actor,
  application: { id: string; cohortId: string },
  { body, formKey }: { body: string; formKey: string },
  at: Date,
): Promise<void> {
  const { id: applicationId, cohortId } = application;
  const { id } = await tx.applicationNote.create({
    data: { applicationId, byId: actor.userId, at, body, formKey },
    select: { id: true },
  });
  const fact = { action: "note.added", subjectType: "application", subjectId: applicationId, cohortId };
  await recordAudit(tx, actor, { ...fact, after: { noteId: id } }, at);
}
