import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx } from "../db";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import { answerColumns, askedColumns } from "./answers-row";
import { type Facts, ownApplication } from "./find";
import { type Changes, wordsIn } from "./schema-answers";

/**
 * Saves some answers of a draft, already read by `readAnswers`. The applicant's own, and only from the version
 * they opened.
 * @throws WrongState once it is sent, StaleVersion when another tab saved meanwhile, FieldProblem for a place or a
 * number of words that the programme does not have, NotFound for a statement it does not ask for.
 */
export async function saveDraft(
  actor: Actor,
  input: Changes & { reference: string; version: number },
  at: Date,
): Promise<void> {
  const { reference, version, ...changes } = input;
  await inTransaction(async (tx) => {
    const application = await ownApplication(tx, actor, reference);
    await saveChanges(tx, actor, application, { version, changes }, at);
  });
}

/** The same inside a transaction, for a verb that knows more than was typed. */
export async function saveChanges(
  tx: Tx,
  actor: Actor,
  application: Facts,
  { version, changes }: { version: number; changes: Changes },
  at: Date,
): Promise<void> {
  if (application.state !== "draft")
    throw new WrongState("This application has been sent, so it can no longer be changed.");
  await refuseUnasked(tx, application, changes);
  const { statements, access, dietary } = changes;
  const { count } = await tx.application.updateMany({
    where: { id: application.id, state: "draft", version },
    data: { ...columnsOf(changes), version: { increment: 1 }, updatedAt: at },
  });
  if (count !== 1) throw new StaleVersion();
  for (const { key: promptKey, body } of statements ?? []) {
    const key = { applicationId: application.id, promptKey };
    await tx.applicationStatement.upsert({
      where: { applicationId_promptKey: key },
      create: { ...key, body },
      update: { body },
    });
  }
  if (access !== undefined || dietary !== undefined) await saveNeeds(tx, application.id, changes, at);
  // Which answers, never what they say.
  const fact = { action: "application.saved", subjectType: "application", subjectId: application.id };
  const after = { version: version + 1, answers: namesOf(changes) };
  await recordAudit(tx, actor, { ...fact, cohortId: application.cohortId, after }, at);
}

/** The changes that are columns of the application, and nothing beside them. */
function columnsOf(changes: Changes): Prisma.ApplicationUncheckedUpdateManyInput {
  const columns = Object.keys(answerColumns).filter((name) => name !== "statements");
  return Object.fromEntries(Object.entries(changes).filter(([name]) => columns.includes(name)));
}

async function saveNeeds(
  tx: Tx,
  applicationId: string,
  { access, dietary }: Changes,
  at: Date,
): Promise<void> {
  const needs = {
    ...(access === undefined ? {} : { access }),
    ...(dietary === undefined ? {} : { dietary }),
    savedAt: at,
  };
  const where = { applicationId };
  await tx.applicationNeeds.upsert({ where, create: { ...needs, applicationId }, update: needs });
}

/** What only the programme's own data can tell. */
async function refuseUnasked(tx: Tx, { cohort }: Facts, changes: Changes): Promise<void> {
  const { statements = [], residentialPlace } = changes;
  if (statements.length === 0 && !residentialPlace) return;
  const asked = await tx.programme.findUniqueOrThrow({
    where: { slug: cohort.programme.slug },
    select: askedColumns,
  });
  if (residentialPlace && !asked.residentialPlaces.includes(residentialPlace)) {
    throw new FieldProblem("residentialPlace", "Choose one of the places");
  }
  for (const { key, body } of statements) {
    const prompt = asked.prompts.find((each) => each.key === key);
    if (!prompt) throw new NotFound();
    if (wordsIn(body) > prompt.maxWords) {
      throw new FieldProblem("statement", `Shorten your statement to ${prompt.maxWords} words or fewer`);
    }
  }
}

const namesOf = ({ statements, ...changes }: Changes): string[] => [
  ...Object.keys(changes).filter((name) => name in answerColumns || name === "access" || name === "dietary"),
  ...(statements ?? []).map(({ key }) => `statement-${key}`),
];
