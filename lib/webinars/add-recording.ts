import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { wakeOutbox } from "../email/wake";
import { FieldProblem } from "../errors";
import { recordingEmail } from "./emails";
import { webinarFor } from "./open";
import { keyOf, placesOf } from "./tell";

/**
 * Puts the recording of a webinar that is over on its public page, or takes it away when the address is empty. Those
 * who had a place are told the first time, and not again when the address is put right.
 * @throws NotFound, StaleVersion, WrongState before it is over, FieldProblem for nothing where nothing was
 */
export async function addRecording(
  actor: Actor,
  { webinarId, version, recordingUrl }: { webinarId: string; version: number; recordingUrl: string },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const webinar = await webinarFor(tx, actor, { webinarId, version, move: "record" }, at);
    if (!recordingUrl && !webinar.recordingUrl)
      throw new FieldProblem("recordingUrl", "Enter the recording’s address");
    await tx.webinar.update({
      where: { id: webinarId, version },
      data: { recordingUrl: recordingUrl || null, version: { increment: 1 } },
    });
    const fact = {
      action: recordingUrl ? "webinar.recording_added" : "webinar.recording_removed",
      subjectType: "webinar",
      subjectId: webinarId,
      before: { recordingUrl: webinar.recordingUrl },
      after: { recordingUrl: recordingUrl || null },
    };
    await recordAudit(tx, actor, fact, at);
    if (!recordingUrl) return;
    // The key has no version: whoever was told once is not told again.
    for (const { id, email } of await placesOf(tx, webinarId))
      await queueEmail(tx, email, recordingEmail(webinar), { dedupeKey: keyOf(id, "recording"), at });
  });
  wakeOutbox();
}
