import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction } from "../db";
import { NotAllowed } from "../errors";
import { type ProgrammeData, programmeData } from "./schema";

/**
 * Saves a programme with its prospectus, found by its slug, and publishes it when it is new. The lists take the
 * place of what was there; cohorts and the route-map template stay. For administrators. Answers its identifier.
 */
export async function saveProgramme(actor: Actor, input: ProgrammeData, at: Date): Promise<string> {
  if (!isAdministrator(actor)) throw new NotAllowed("Only an administrator can change a programme.");
  const { sections, areas, hours, voices, ...facts } = programmeData.parse(input);
  return inTransaction(async (tx) => {
    const { id } = await tx.programme.upsert({
      where: { slug: facts.slug },
      create: { ...facts, publishedAt: at },
      update: facts,
      select: { id: true },
    });
    const where = { programmeId: id };
    await tx.programmeSection.deleteMany({ where });
    await tx.learningArea.deleteMany({ where });
    await tx.hoursComponent.deleteMany({ where });
    await tx.voice.deleteMany({ where });
    await tx.programmeSection.createMany({ data: inOrder(id, sections) });
    await tx.learningArea.createMany({ data: inOrder(id, areas) });
    await tx.hoursComponent.createMany({ data: inOrder(id, hours) });
    await tx.voice.createMany({ data: inOrder(id, voices) });
    const after = { slug: facts.slug, sections: sections.length, feePence: facts.feePence };
    await recordAudit(
      tx,
      actor,
      { action: "programme.saved", subjectType: "programme", subjectId: id, after },
      at,
    );
    return id;
  });
}

/** The rows with their programme and their place in the order, from 1. */
function inOrder<T extends object>(
  programmeId: string,
  rows: T[],
): (T & { programmeId: string; position: number })[] {
  return rows.map((row, index) => ({ ...row, programmeId, position: index + 1 }));
}
