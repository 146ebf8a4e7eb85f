import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { countOrRefuse } from "../auth/rate-limit";
import { dateColumn, dayInLondon, type PlainDate, plainDate, shortDate } from "../dates";
import { inTransaction, type Tx } from "../db";
import { holdForForm } from "../engagement/complete-by-form";
import type { Held } from "../engagement/tally";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "../errors";
import { LIMITS } from "./find";
import type { CheckInInput } from "./schema";
import { isWhole, moved } from "./states";
import { writeToMentor } from "./write-to-mentor";

/**
 * Saves what the viewer writes of a check-in of their own; everything may still be missing. What was sent is taken
 * back from the mentor, and what they did not confirm can be put right.
 * @throws NotFound, WrongState, FieldProblem, StaleVersion when it was saved or answered meanwhile
 */
export async function saveCheckIn(
  actor: Actor,
  input: CheckInInput & { milestoneId: string },
  at: Date,
): Promise<{ whole: boolean }> {
  const { milestoneId, version, metOn, talkedAbout, nextSteps } = input;
  return inTransaction(async (tx) => {
    const held = await holdCheckIn(tx, actor, milestoneId, at);
    const { enrolmentId, cohortId } = held;
    checkDay(metOn, held.startsOn, dayInLondon(at));
    const key = { enrolmentId_milestoneId: { enrolmentId, milestoneId } };
    const before = await tx.checkIn.findUnique({ where: key, select: { state: true, version: true } });
    if ((before?.version ?? 0) !== version) throw new StaleVersion();
    const state = before ? moved("save", before.state) : "draft";
    if (!state) throw new WrongState("Your mentor has confirmed this check-in, so it stays as it is.");
    const text = { metOn: metOn ? dateColumn(metOn) : null, talkedAbout, nextSteps };
    const saved = { ...text, state, savedAt: at };
    if (before) await tx.checkIn.update({ where: key, data: { ...saved, version: version + 1 } });
    else await tx.checkIn.create({ data: { enrolmentId, milestoneId, ...saved } });
    // It is asked for anew once it is sent again.
    await tx.mentorAsking.deleteMany({ where: { milestoneId, mentor: { enrolmentId } } });
    const fact = { action: "check_in.saved", subjectType: "enrolment", subjectId: enrolmentId, cohortId };
    const after = { milestoneId, state, version: version + 1 };
    await recordAudit(tx, actor, { ...fact, before: { state: before?.state ?? "none" }, after }, at);
    return { whole: isWhole({ ...text, metOn: metOn || null }) };
  });
}

/**
 * Sends the viewer's check-in to their mentor, as it was saved and read; a second click sends nothing.
 * @throws NotFound, WrongState without a mentor or where something is missing, StaleVersion, TooMany
 */
export async function sendCheckIn(
  actor: Actor,
  input: { milestoneId: string; version: number },
  at: Date,
): Promise<void> {
  const { milestoneId, version } = input;
  await countOrRefuse(LIMITS.sendingsByPerson, actor.userId, "You have sent many check-ins today.", at);
  await inTransaction(async (tx) => {
    const held = await holdCheckIn(tx, actor, milestoneId, at);
    const { enrolmentId, cohortId } = held;
    const row = await tx.checkIn.findUnique({
      where: { enrolmentId_milestoneId: { enrolmentId, milestoneId } },
      select: { id: true, state: true, version: true, metOn: true, talkedAbout: true, nextSteps: true },
    });
    if (!row) throw new NotFound();
    if (row.state === "sent" && row.version === version + 1) return;
    if (row.version !== version) throw new StaleVersion();
    const state = moved("send", row.state);
    if (!state) throw new WrongState("This check-in was sent already.");
    if (!isWhole({ ...row, metOn: row.metOn && plainDate(row.metOn) }))
      throw new WrongState("Say when you met, what you talked about and what is next before you send it.");
    const mentor = await tx.npqMentor.findFirst({
      where: { enrolmentId, endedAt: null },
      select: { email: true, contact: { select: { linkWithdrawnAt: true } } },
    });
    if (!mentor) throw new WrongState("Name your mentor first: there is nobody to send this to.");
    if (mentor.contact?.linkWithdrawnAt)
      throw new WrongState("Your mentor’s link has been withdrawn. Write to us, or name another mentor.");
    await tx.checkIn.update({ where: { id: row.id }, data: { state, version: version + 1, sentAt: at } });
    const fact = { action: "check_in.sent", subjectType: "enrolment", subjectId: enrolmentId, cohortId };
    await recordAudit(tx, actor, { ...fact, after: { milestoneId, version: version + 1 } }, at);
    await writeToMentor(tx, mentor.email, at);
  });
}

/** The viewer's tally for a check-in that has opened and is not done. */
async function holdCheckIn(tx: Tx, actor: Actor, milestoneId: string, at: Date): Promise<Held> {
  const held = await holdForForm(tx, actor, { milestoneId, kinds: ["mentor_check_in"] }, at);
  if (held.completed) throw new WrongState("This check-in is done already.");
  return held;
}

function checkDay(metOn: PlainDate | "", startsOn: PlainDate, today: PlainDate): void {
  if (metOn === "") return;
  if (metOn > today) throw new FieldProblem("metOn", "Enter a day that is not in the future");
  if (metOn < startsOn)
    throw new FieldProblem(
      "metOn",
      `Enter a day on or after ${shortDate(startsOn)}, when your programme started`,
    );
}
