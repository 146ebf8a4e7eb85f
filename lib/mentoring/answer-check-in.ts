import "server-only";
import { recordAudit } from "../audit/record";
import { countOrRefuse } from "../auth/rate-limit";
import { plainDate } from "../dates";
import { inTransaction } from "../db";
import { queueEmail } from "../email/queue";
import { writeRecords } from "../engagement/record";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { confirmedEmail, disputedEmail } from "./emails";
import { heldTask, LIMITS, type Task } from "./find";
import type { AnswerInput } from "./schema";
import { moved } from "./states";

/**
 * Takes the mentor's word on a check-in by their link: that it took place, which with the participant's word completes
 * the milestone, dated the day they met; or that it did not. They answer the very text that they read. Tells the
 * participant. The same answer sent twice is one.
 * @throws NotFound, WrongState, StaleVersion when the participant has changed it meanwhile, TooMany
 */
export async function answerCheckIn(
  input: AnswerInput & { token: string; naming: string; milestoneId: string; clientIp: string },
  at: Date,
): Promise<void> {
  const { token, naming, milestoneId, version, words, clientIp } = input;
  const confirms = input.answer === "confirmed";
  await countOrRefuse(LIMITS.byNetwork, clientIp, "Too many answers have come from your network.", at);
  await inTransaction(async (tx) => {
    const task = await heldTask(tx, { token, naming, milestoneId, kind: "mentor_check_in" }, at);
    const { held, mentor } = task;
    const { enrolmentId, cohortId } = held;
    const row = await tx.checkIn.findUnique({
      where: { enrolmentId_milestoneId: { enrolmentId, milestoneId } },
      select: {
        id: true,
        state: true,
        version: true,
        metOn: true,
        answers: { where: { version, mentorId: mentor.id }, select: { confirms: true, words: true } },
      },
    });
    if (!row?.metOn) throw new NotFound();
    const [same] = row.answers;
    if (same && same.confirms === confirms && same.words === words) return;
    if (row.state === "draft") throw new WrongState(takenBack(task));
    const state = moved(confirms ? "confirm" : "dispute", row.state);
    if (!state) throw new WrongState("This check-in has been answered already, so nothing was saved.");
    if (row.version !== version) throw new StaleVersion();
    await tx.checkIn.update({ where: { id: row.id }, data: { state } });
    const metOn = row.metOn;
    await tx.checkInAnswer.create({
      data: { checkInId: row.id, mentorId: mentor.id, version, metOn, confirms, words, answeredAt: at },
    });
    const record = {
      enrolmentId,
      milestoneId,
      minutes: held.minutes ?? 0,
      completes: true,
      source: "mentor_confirmation",
      happenedOn: plainDate(metOn),
      mentorId: mentor.id,
    } as const;
    // Staff may have entered it meanwhile: its time counts once.
    if (confirms && !held.completed) await writeRecords(tx, [record], at);
    const fact = {
      action: `check_in.${state}`,
      subjectType: "enrolment",
      subjectId: enrolmentId,
      cohortId,
      after: { milestoneId, mentorId: mentor.id, version },
    };
    // By the link, so by nobody who has an account.
    await recordAudit(tx, null, fact, at);
    const about = { fullName: task.fullName, mentorName: mentor.name, metOn: plainDate(metOn), milestoneId };
    const dedupeKey = `check-in-answered:${row.id}:${version}`;
    await queueEmail(tx, task.userEmail, (confirms ? confirmedEmail : disputedEmail)(about), {
      dedupeKey,
      at,
    });
  });
}

const takenBack = ({ fullName }: Task) =>
  `${fullName} has taken this back to change it, so nothing was saved. We write to you when it is sent again.`;
