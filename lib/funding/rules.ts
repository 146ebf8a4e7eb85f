import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { dateColumn } from "../dates";
import { inTransaction } from "../db";
import { NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import { holdProgramme } from "../programmes/draft";
import { ruleFacts, seenOf } from "./rows";
import type { RuleInput } from "./schema";

/** Rules of who may be funded. They are read by "Is it for me?" (lib/eligibility). */

const MOST = 50;

/**
 * Adds a rule, or changes the one with that id. The same form sent twice adds one.
 * @throws NotFound for who may not; StaleVersion when it was changed after the form was opened
 */
export async function saveRule(
  actor: Actor,
  input: RuleInput & { slug: string; ruleId: string | null },
  at: Date,
): Promise<void> {
  const { slug, ruleId, formKey, seen, ...words } = input;
  const row = {
    ...words,
    validFrom: dateColumn(words.validFrom),
    validTo: words.validTo === null ? null : dateColumn(words.validTo),
  };
  await inTransaction(async (tx) => {
    // Held: positions are given, and rules changed, one after the other.
    const programmeId = await holdProgramme(tx, actor, slug);
    const rules = await tx.fundingRule.findMany({ where: { programmeId }, orderBy: { position: "asc" } });
    const before = rules.find(({ id }) => id === (ruleId ?? formKey));
    if (ruleId && !before) throw new NotFound();
    if (before && seenOf(ruleFacts(before)) === seenOf(ruleFacts(row))) return;
    if (before && seen !== seenOf(ruleFacts(before))) throw new StaleVersion();
    if (before) await tx.fundingRule.update({ where: { id: before.id }, data: row });
    else {
      if (rules.length >= MOST) throw new WrongState(`A programme has at most ${MOST} rules.`);
      const position = (rules.at(-1)?.position ?? 0) + 1;
      await tx.fundingRule.create({ data: { ...row, id: formKey, programmeId, position } });
    }
    const fact = {
      action: before ? "funding_rule.changed" : "funding_rule.added",
      subjectType: "funding_rule",
      subjectId: before?.id ?? formKey,
      ...(before ? { before: auditOf(ruleFacts(before)) } : {}),
      after: { programmeId, ...auditOf(ruleFacts(row)) },
    };
    await recordAudit(tx, actor, fact, at);
  });
}

/** Takes a rule away. @throws NotFound for who may not; StaleVersion when it was changed meanwhile */
export async function removeRule(
  actor: Actor,
  { slug, ruleId, seen }: { slug: string; ruleId: string; seen: string },
  at: Date,
): Promise<void> {
  if (!isId(ruleId)) throw new NotFound();
  await inTransaction(async (tx) => {
    const programmeId = await holdProgramme(tx, actor, slug);
    const rule = await tx.fundingRule.findFirst({ where: { id: ruleId, programmeId } });
    if (!rule) throw new NotFound();
    if (seen !== seenOf(ruleFacts(rule))) throw new StaleVersion();
    await tx.fundingRule.delete({ where: { id: ruleId } });
    const fact = { action: "funding_rule.removed", subjectType: "funding_rule", subjectId: ruleId };
    await recordAudit(tx, actor, { ...fact, before: { programmeId, ...auditOf(ruleFacts(rule)) } }, at);
  });
}

/** What the audit log keeps: what decides, not the explanation. */
const auditOf = ({ explanation, ...deciding }: ReturnType<typeof ruleFacts>) => ({
  ...deciding,
  characters: explanation.length,
});
