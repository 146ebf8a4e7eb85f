import "server-only";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { completeByForm, holdForForm } from "../engagement/complete-by-form";
import { lineOf } from "../enrolments/line";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { AUDIT_KINDS, type AuditInput, gapsInAudit } from "./schema";

type Input = Omit<AuditInput, "send"> & { milestoneId: string };
type Area = { key: string; title: string };
type Key = { enrolmentId: string; milestoneId: string };

/**
 * Saves the viewer's audit as it stands, marks missing or not. Not before its window opens; late is allowed while the
 * place is active.
 * @throws StaleVersion when it was saved from another page since; WrongState once it was sent
 */
export async function saveAudit(actor: Actor, input: Input, at: Date): Promise<void> {
  checkIds(input);
  await inTransaction(async (tx) => {
    const held = await holdForForm(tx, actor, { milestoneId: input.milestoneId, kinds: AUDIT_KINDS }, at);
    await keep(tx, held, input, at);
  });
}

/**
 * Saves the viewer's audit and sends it in, once, which completes its milestone. With a mark missing it is saved and
 * not sent, and the answer says by field what is missing; an empty answer is an audit sent. The same form sent twice
 * sends once.
 */
export async function submitAudit(actor: Actor, input: Input, at: Date): Promise<Record<string, string>> {
  checkIds(input);
  const { milestoneId, formKey, marks } = input;
  return inTransaction(async (tx) => {
    const held = await holdForForm(tx, actor, { milestoneId, kinds: AUDIT_KINDS }, at);
    const where = { enrolmentId: held.enrolmentId, milestoneId };
    const twice = { ...where, savedFrom: formKey, submittedAt: { not: null } };
    if (await tx.learningAudit.findFirst({ where: twice, select: { version: true } })) return {};
    const gaps = gapsInAudit(marks, await keep(tx, held, input, at));
    if (Object.keys(gaps).length > 0) return gaps;
    await tx.learningAudit.updateMany({ where: { ...where, submittedAt: null }, data: { submittedAt: at } });
    await completeByForm(tx, actor, { held, action: "learning_audit.submitted" }, at);
    return {};
  });
}

function checkIds({ milestoneId, formKey }: Input): void {
  if (!isId(milestoneId) || !isId(formKey)) throw new NotFound();
}

/** Writes what was typed over what was saved before, under the tally's lock; answers the programme's areas. */
async function keep(
  tx: Tx,
  held: { enrolmentId: string; milestoneId: string; cohortId: string },
  { version, formKey, marks }: Input,
  at: Date,
): Promise<Area[]> {
  const { enrolmentId, milestoneId } = held;
  const key = { enrolmentId, milestoneId };
  const areas = await tx.learningArea.findMany({
    where: { programme: { cohorts: { some: { id: held.cohortId } } } },
    select: { key: true, title: true },
    orderBy: { position: "asc" },
  });
  if (!marks.every(({ areaKey }) => areas.some((area) => area.key === areaKey)))
    throw new WrongState("The programme’s areas have changed since you opened this. Reload the page.");
  const before = await tx.learningAudit.findUnique({ where: { enrolmentId_milestoneId: key } });
  if (before?.submittedAt || (await sentElsewhere(tx, key)))
    throw new WrongState("This is sent in already, and does not change any more.");
  if (before && before.version !== version && before.savedFrom !== formKey) throw new StaleVersion();
  await tx.learningAudit.upsert({
    where: { enrolmentId_milestoneId: key },
    create: { ...key, savedFrom: formKey, startedAt: at, savedAt: at },
    update: { version: { increment: 1 }, savedFrom: formKey, savedAt: at },
  });
  await tx.learningAuditMark.deleteMany({ where: key });
  await tx.learningAuditMark.createMany({
    data: areas.map(({ key: areaKey, title }, index) => {
      const { mark = null, note = "" } = marks.find((each) => each.areaKey === areaKey) ?? {};
      return { ...key, areaKey, position: index + 1, title, mark, note };
    }),
  });
  return areas;
}

/** True when its like was sent in a cohort that the participant has moved here from: it is read here, and not sent again. */
async function sentElsewhere(tx: Tx, { enrolmentId, milestoneId }: Key): Promise<boolean> {
  const sent = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM ${lineOf(Prisma.sql`${enrolmentId}::uuid`)} line
    JOIN "LearningAudit" a ON a."enrolmentId" = line.id AND a."submittedAt" IS NOT NULL
    JOIN "Milestone" its ON its.id = a."milestoneId"
    JOIN "Milestone" m ON m.id = ${milestoneId}::uuid
    WHERE its.kind = m.kind AND its.module IS NOT DISTINCT FROM m.module AND its.number = m.number`;
  return sent.length > 0;
}
