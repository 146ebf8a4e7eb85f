import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { FieldProblem, NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { holdProgramme } from "../programmes/draft";
import { noticeState } from "./rows";

const FURTHEST_MS = 2 * 366 * 86_400_000;

/**
 * Writes what is known about scholarships, public from that moment on; null is at once. Those who asked are told by
 * the timed work (lib/interest/tell.ts). The same form sent twice is one notice.
 * @returns the notice's id
 * @throws NotFound for who may not; FieldProblem for a moment that is past or too far ahead
 */
export async function writeNotice(
  actor: Actor,
  input: { slug: string; formKey: string; body: string; publicFrom: Date | null },
  at: Date,
): Promise<string> {
  const { slug, formKey: id, body } = input;
  const publicFrom = input.publicFrom ?? at;
  return inTransaction(async (tx) => {
    const programmeId = await holdProgramme(tx, actor, slug);
    const earlier = await tx.scholarshipNotice.findUnique({ where: { id } });
    if (earlier) {
      if (earlier.programmeId === programmeId && earlier.body === body) return id;
      throw new WrongState("This form has been sent already. Open a new one for another notice.");
    }
    if (publicFrom < at) throw new FieldProblem("day", "Enter a time that is still to come");
    if (publicFrom.getTime() - at.getTime() > FURTHEST_MS)
      throw new FieldProblem("day", "Enter a day within the next two years");
    await tx.scholarshipNotice.create({
      data: { id, programmeId, body, publicFrom, writtenById: actor.userId, writtenAt: at },
    });
    const after = { programmeId, publicFrom: publicFrom.toISOString(), characters: body.length };
    const fact = { action: "scholarship_notice.written", subjectType: "scholarship_notice", subjectId: id };
    await recordAudit(tx, actor, { ...fact, after }, at);
    return id;
  });
}

/**
 * Takes a notice back: it is not shown any more, and nobody else is told of it. Done twice, it is done once.
 * @throws NotFound for who may not
 */
export async function withdrawNotice(
  actor: Actor,
  { slug, noticeId }: { slug: string; noticeId: string },
  at: Date,
): Promise<void> {
  if (!isId(noticeId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const programmeId = await holdProgramme(tx, actor, slug);
    const notice = await tx.scholarshipNotice.findFirst({ where: { id: noticeId, programmeId } });
    if (!notice) throw new NotFound();
    const { count } = await tx.scholarshipNotice.updateMany({
      where: { id: noticeId, withdrawnAt: null },
      data: { withdrawnAt: at },
    });
    if (count === 0) return;
    const fact = {
      action: "scholarship_notice.withdrawn",
      subjectType: "scholarship_notice",
      subjectId: noticeId,
      before: { state: noticeState(notice, at) },
      after: { state: "withdrawn" },
    };
    await recordAudit(tx, actor, fact, at);
  });
}
