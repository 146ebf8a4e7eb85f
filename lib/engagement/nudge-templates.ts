import "server-only";
import { isDeepStrictEqual } from "node:util";
import { recordAudit } from "../audit/record";
import { type Actor, managedCohorts } from "../auth/actor";
import { dateColumn, dayInLondon } from "../dates";
import { db, inTransaction, type Tx, uniqueViolation } from "../db";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { editable } from "../programmes/policy";
import { isSlug } from "../programmes/schema";
import { nudgeLetters, refuseTooLong } from "./nudge-letters";
import type {
  NudgeInput,
  NudgeLetterView,
  NudgeTemplateInput,
  NudgeTemplateToEdit,
  NudgeTemplateView,
} from "./schema-nudges";

/** A programme's own words to begin a letter to participants with, for those who edit the programme's words. */

const SHOWN = {
  ...{ id: true, name: true, subject: true, body: true, reason: true },
  ...{ retiredAt: true, version: true },
} as const;

/** The list for those who may edit it, in its order; null for everybody else. Two queries. */
export async function nudgeTemplatesToEdit(
  actor: Actor,
  slug: string,
): Promise<{ shortName: string; templates: NudgeTemplateToEdit[] } | null> {
  if (!isSlug(slug)) return null;
  const programme = await db.programme.findFirst({
    where: { AND: [{ slug }, editable(actor)] },
    select: { id: true, shortName: true },
  });
  if (!programme) return null;
  const rows = await db.nudgeTemplate.findMany({
    where: { programmeId: programme.id },
    select: SHOWN,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const templates = rows.map(({ retiredAt, reason, ...row }) => ({
    ...row,
    reason: reason as NudgeTemplateView["reason"],
    offered: retiredAt === null,
  }));
  return { shortName: programme.shortName, templates };
}

/**
 * Adds a template, or changes one; `id` null makes a new one, whose identifier is the form's key, so that a second click
 * makes no second. What was sent with it before stays as it was sent; what changed is in the audit log, word for word.
 * @throws NotFound for who does not edit the programme's words, and for another programme's; StaleVersion; WrongState
 * for a form that was sent before with other words, since "saved" would not be true of these
 */
export async function saveNudgeTemplate(
  actor: Actor,
  slug: string,
  templateId: string | null,
  input: NudgeTemplateInput,
  at: Date,
): Promise<void> {
  const { formKey, version, ...given } = input;
  const id = templateId ?? formKey;
  if (!isSlug(slug) || !isId(id)) throw new NotFound();
  try {
    await inTransaction(async (tx) => {
      const programme = await tx.programme.findFirst({
        where: { AND: [{ slug }, editable(actor)] },
        select: { id: true },
      });
      if (!programme) throw new NotFound();
      const programmeId = programme.id;
      // A second click waits here for the first.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`nudge template ${id}`}, 0))`;
      const before = await tx.nudgeTemplate.findFirst({ where: { id, programmeId }, select: SHOWN });
      if (templateId && !before) throw new NotFound();
      const { name, subject, body, offered } = given;
      const words = { name, subject, body, reason: given.reason || null };
      const then = before && { ...before, offered: before.retiredAt === null };
      const now = { ...words, offered: offered === "yes" };
      // Nothing is different: nothing to write down, and nothing of anybody else's to overwrite.
      if (then && isDeepStrictEqual({ ...then, ...now }, then)) return;
      if (then && !templateId) throw new WrongState(ADDED_ALREADY);
      const retiredAt = offered === "yes" ? null : (before?.retiredAt ?? at);
      if (before) {
        const { count } = await tx.nudgeTemplate.updateMany({
          where: { id, programmeId, version },
          data: { ...words, retiredAt, version: { increment: 1 } },
        });
        if (count !== 1) throw new StaleVersion();
      } else {
        const position = await nextPosition(tx, programmeId);
        await tx.nudgeTemplate.create({ data: { id, programmeId, position, ...words, retiredAt } });
      }
      const sides = changed(then, now);
      const fact = { action: "nudge_template.saved", subjectType: "programme", subjectId: programmeId };
      await recordAudit(tx, actor, { ...fact, ...sides }, at);
    });
  } catch (error) {
    // The only unique value is the identifier: a form's key that is another programme's template was made up.
    throw uniqueViolation(error) ? new NotFound() : error;
  }
}

const ADDED_ALREADY =
  "This form has added a template already, with other words, so nothing was saved now. Nothing you typed is lost: change the template from the list of letters, or begin a new one there.";

async function nextPosition(tx: Tx, programmeId: string): Promise<number> {
  const { _max } = await tx.nudgeTemplate.aggregate({ where: { programmeId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
}

type Said = { name: string; subject: string; body: string; reason: string | null; offered: boolean };

/** What the audit log keeps: which template, and of its words those that are different. */
function changed(before: Said | null, after: Said) {
  if (!before) return { after };
  const keys = (["name", "subject", "body", "reason", "offered"] as const).filter(
    (key) => key === "name" || before[key] !== after[key],
  );
  const of = (said: Said) => Object.fromEntries(keys.map((key) => [key, said[key]]));
  return { before: of(before), after: of(after) };
}

/**
 * How the words would read: for the participant who needs a word most, and for one who needs it least, in the cohort of
 * the programme that has begun last of those the actor manages. Nothing is sent or kept. Empty where nobody takes part.
 * @throws NotFound for who does not edit the programme's words; FieldProblem where it is too long to be sent
 */
export async function previewNudgeTemplate(
  actor: Actor,
  slug: string,
  words: Pick<NudgeInput, "subject" | "body">,
  at: Date,
): Promise<NudgeLetterView[]> {
  if (!isSlug(slug)) throw new NotFound();
  const programme = await db.programme.findFirst({
    where: { AND: [{ slug }, editable(actor)] },
    select: { id: true },
  });
  if (!programme) throw new NotFound();
  const managed = managedCohorts(actor);
  const own = managed === "all" ? Prisma.empty : Prisma.sql`AND c.id = ANY(${managed}::uuid[])`;
  const [found] = await db.$queryRaw<{ cohortId: string; most: string; least: string }[]>`
    SELECT c.id AS "cohortId",
      (array_agg(e.id ORDER BY s.urgency DESC NULLS LAST, e."fullName", e.id))[1] AS most,
      (array_agg(e.id ORDER BY s.urgency NULLS FIRST, e."fullName", e.id))[1] AS least
    FROM "Cohort" c JOIN "Enrolment" e ON e."cohortId" = c.id AND e.state = 'active'
    JOIN "User" u ON u.id = e."userId" AND u."accessEndedAt" IS NULL
    LEFT JOIN "EngagementSummary" s ON s."enrolmentId" = e.id
    WHERE c."programmeId" = ${programme.id}::uuid AND c."archivedAt" IS NULL ${own}
    GROUP BY c.id, c."startsOn"
    ORDER BY c."startsOn" <= ${dateColumn(dayInLondon(at))}::date DESC, c."startsOn" DESC, c.id LIMIT 1`;
  if (!found) return [];
  const to = [...new Set([found.most, found.least])];
  const { letters } = await nudgeLetters(db, found.cohortId, { ...words, to }, at);
  refuseTooLong(letters);
  return letters;
}
