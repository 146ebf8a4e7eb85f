import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction } from "../db";
import { NotAllowed, NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { promptList, type StatementPromptData } from "./schema-prompts";

/**
 * Saves what a programme asks its applicants to write, in the order given, in the place of what it asked before.
 * For administrators.
 * @throws WrongState when a prompt is left out that somebody has written under: what they wrote would stand alone.
 */
export async function saveStatementPrompts(
  actor: Actor,
  programmeId: string,
  input: StatementPromptData[],
  at: Date,
): Promise<void> {
  if (!isAdministrator(actor))
    throw new NotAllowed("Only an administrator can change what applicants are asked.");
  if (!isId(programmeId)) throw new NotFound();
  const prompts = promptList.parse(input);
  await inTransaction(async (tx) => {
    const [programme] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Programme" WHERE id = ${programmeId}::uuid FOR UPDATE`;
    if (!programme) throw new NotFound();
    const written = await tx.applicationStatement.findFirst({
      where: {
        promptKey: { notIn: prompts.map(({ key }) => key) },
        body: { not: "" },
        application: { cohort: { programmeId } },
      },
      select: { promptKey: true },
    });
    if (written) {
      throw new WrongState(
        `Applicants have written under "${written.promptKey}". Change its words, or leave it as it is.`,
      );
    }
    await tx.statementPrompt.deleteMany({ where: { programmeId } });
    await tx.statementPrompt.createMany({
      data: prompts.map((prompt, index) => ({ ...prompt, programmeId, position: index + 1 })),
    });
    const after = { prompts: prompts.map(({ key, minWords, maxWords }) => `${key} ${minWords}-${maxWords}`) };
    const fact = {
      action: "programme.prompts_saved",
      subjectType: "programme",
      subjectId: programmeId,
      after,
    };
    await recordAudit(tx, actor, fact, at);
  });
}
