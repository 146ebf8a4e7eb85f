import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { rejectionPreview } from "./emails";
import { decidableApplication } from "./find";
import type { RejectionReason } from "./schema-reasons";

/** What the applicant would read, before anything is decided. For those who may decide; NotFound for everybody else. */
export async function previewRejection(
  actor: Actor,
  input: { applicationId: string; reasons: readonly RejectionReason[]; words: string },
): Promise<{ to: string; subject: string; paragraphs: string[] }> {
  const application = await decidableApplication(db, actor, input.applicationId);
  return { to: application.user.email, ...rejectionPreview(application, input) };
}
