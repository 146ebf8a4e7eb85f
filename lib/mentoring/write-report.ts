import "server-only";
import { recordAudit } from "../audit/record";
import { countOrRefuse } from "../auth/rate-limit";
import { dayInLondon, shortDate } from "../dates";
import { inTransaction, type Tx } from "../db";
import { queueEmail } from "../email/queue";
import { writeRecords } from "../engagement/record";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { reportReceiptEmail } from "./emails";
import { heldTask, LIMITS, type Task } from "./find";
import { isWholeReport } from "./report-answers";
import type { ReportInput } from "./schema";

type ByLink = { token: string; naming: string; milestoneId: string; clientIp: string };

/**
 * Saves a mentor's draft of an impact report, by their link; everything may still be missing. It is theirs alone until
 * they send it: a mentor who comes after them begins their own.
 * @throws NotFound, WrongState, StaleVersion when it was saved in another tab meanwhile, TooMany
 */
export async function saveReport(input: ReportInput & ByLink, at: Date): Promise<{ whole: boolean }> {
  const { token, naming, milestoneId, clientIp, version, extent = null, ...texts } = input;
  await countOrRefuse(LIMITS.byNetwork, clientIp, "Too many answers have come from your network.", at);
  return inTransaction(async (tx) => {
    const task = await heldReport(tx, { token, naming, milestoneId }, at);
    const { enrolmentId } = task.held;
    const key = { enrolmentId, milestoneId, mentorId: task.mentor.id };
    const where = { enrolmentId_milestoneId_mentorId: key };
    const before = await tx.impactReport.findUnique({ where, select: { version: true } });
    if ((before?.version ?? 0) !== version) throw new StaleVersion();
    const saved = { extent, ...texts, savedAt: at };
    if (before) await tx.impactReport.update({ where, data: { ...saved, version: version + 1 } });
    else await tx.impactReport.create({ data: { ...key, ...saved } });
    await audit(tx, task, "saved", version + 1, at);
    return { whole: isWholeReport({ extent, ...texts }) };
  });
}

/**
 * Sends the report in as it was saved and read, once; it completes the participant's milestone. A second click sends
 * nothing.
 * @throws NotFound, WrongState where something is missing, StaleVersion, TooMany
 */
export async function submitReport(input: ByLink & { version: number }, at: Date): Promise<void> {
  const { token, naming, milestoneId, clientIp, version } = input;
  await countOrRefuse(LIMITS.byNetwork, clientIp, "Too many answers have come from your network.", at);
  await inTransaction(async (tx) => {
    const task = await heldTask(tx, { token, naming, milestoneId, kind: "impact_report" }, at);
    const { held, mentor } = task;
    const { enrolmentId } = held;
    const row = await tx.impactReport.findUnique({
      where: { enrolmentId_milestoneId_mentorId: { enrolmentId, milestoneId, mentorId: mentor.id } },
    });
    if (!row) throw new NotFound();
    if (row.submittedAt && row.version === version) return;
    refuseUnlessOpen(task, at);
    if (row.version !== version) throw new StaleVersion();
    if (!isWholeReport(row))
      throw new WrongState("Some questions are not answered yet. Answer them, save, then send the report.");
    await tx.impactReport.update({ where: { id: row.id }, data: { submittedAt: at } });
    const record = {
      enrolmentId,
      milestoneId,
      minutes: held.minutes ?? 0,
      completes: true,
      source: "submitted_form",
      happenedOn: dayInLondon(at),
      mentorId: mentor.id,
    } as const;
    await writeRecords(tx, [record], at);
    await audit(tx, task, "submitted", version, at);
    const about = { fullName: task.fullName, mentorName: mentor.name, title: task.title };
    const dedupeKey = `impact-report-receipt:${row.id}`;
    await queueEmail(tx, mentor.email, reportReceiptEmail(about), { dedupeKey, at });
  });
}

async function heldReport(tx: Tx, input: Omit<ByLink, "clientIp">, at: Date): Promise<Task> {
  const task = await heldTask(tx, { ...input, kind: "impact_report" }, at);
  refuseUnlessOpen(task, at);
  return task;
}

function refuseUnlessOpen({ held }: Task, at: Date): void {
  if (held.completed) throw new WrongState("This report is in already, so nothing was saved.");
  if (held.opensOn && held.opensOn > dayInLondon(at))
    throw new WrongState(`This report is asked for from ${shortDate(held.opensOn)} on.`);
}

async function audit(
  tx: Tx,
  task: Task,
  done: "saved" | "submitted",
  version: number,
  at: Date,
): Promise<void> {
  const { held, mentor } = task;
  const fact = {
    action: `impact_report.${done}`,
    subjectType: "enrolment",
    subjectId: held.enrolmentId,
    cohortId: held.cohortId,
    after: { milestoneId: held.milestoneId, mentorId: mentor.id, version },
  };
  // By the link, so by nobody who has an account.
  await recordAudit(tx, null, fact, at);
}
