import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { dayInLondon, shortDate } from "../dates";
import { inTransaction } from "../db";
import { FieldProblem, NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { alreadyRecorded, holdOwn } from "./own";
import { doneBy } from "./progress";
import { writeRecords } from "./record";
import { STUDY_MINUTES } from "./schema";

/** Checks a piece of study: 5 to 720 whole minutes, on a day from the cohort's start to today. */
export function checkPiece(
  piece: { minutes: number; happenedOn: string },
  startsOn: string,
  today: string,
): void {
  const { minutes, happenedOn } = piece;
  if (!Number.isInteger(minutes) || minutes < STUDY_MINUTES.least || minutes > STUDY_MINUTES.most) {
    throw new FieldProblem("minutes", `Enter ${STUDY_MINUTES.least} to ${STUDY_MINUTES.most} minutes`);
  }
  if (happenedOn > today) throw new FieldProblem("happenedOn", "Enter a day that is not in the future");
  if (happenedOn < startsOn) {
    throw new FieldProblem(
      "happenedOn",
      `Enter a day on or after ${shortDate(startsOn)}, when your programme started`,
    );
  }
}

/**
 * Logs a piece of the viewer's own self-directed study towards the hours of a module. The module's study is
 * complete once the pieces reach its hours; more than that is kept and counts no further. The same form sent
 * twice makes one record.
 */
export async function logStudy(
  actor: Actor,
  input: { milestoneId: string; minutes: number; happenedOn: string; note?: string; formKey: string },
  at: Date,
): Promise<void> {
  const { milestoneId, minutes, happenedOn, note, formKey } = input;
  if (!isId(formKey)) throw new NotFound();
  await inTransaction(async (tx) => {
    const held = await holdOwn(tx, actor, milestoneId);
    if (doneBy(held.kind) !== "study")
      throw new WrongState("Minutes are logged for self-directed study only.");
    if (await alreadyRecorded(tx, held, formKey)) return;
    const today = dayInLondon(at);
    checkPiece({ minutes, happenedOn }, held.startsOn, today);
    if (held.opensOn && held.opensOn > today)
      throw new WrongState(`This study opens on ${shortDate(held.opensOn)}.`);
    const { enrolmentId, cohortId } = held;
    const source = "self_recorded" as const;
    const record = {
      enrolmentId,
      milestoneId,
      minutes,
      completes: false,
      source,
      happenedOn,
      recordedById: actor.userId,
    };
    await writeRecords(tx, [{ ...record, note: note || null, formKey }], at);
    const fact = { action: "study.logged", subjectType: "enrolment", subjectId: enrolmentId, cohortId };
    await recordAudit(tx, actor, { ...fact, after: { milestoneId, minutes } }, at);
  });
}
