import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction } from "../db";
import { NotAllowed } from "../errors";
import { addVersion, writeLists } from "./content";
import { type ProgrammeData, programmeData } from "./schema";

/**
 * Saves a programme with its prospectus, found by its slug, and publishes it when it is new; it becomes the
 * programme's next version. The lists take the place of what was there; cohorts, the route-map template and a
 * draft that staff have stay. For administrators. Answers its identifier.
 */
export async function saveProgramme(actor: Actor, input: ProgrammeData, at: Date): Promise<string> {
  if (!isAdministrator(actor)) throw new NotAllowed("Only an administrator can change a programme.");
  const content = programmeData.parse(input);
  const { sections, areas: _areas, hours: _hours, voices: _voices, ...facts } = content;
  return inTransaction(async (tx) => {
    const { id } = await tx.programme.upsert({
      where: { slug: facts.slug },
      create: { ...facts, publishedAt: at },
      update: facts,
      select: { id: true },
    });
    await writeLists(tx, id, content);
    const version = await addVersion(tx, id, { content, note: "", publishedById: actor.userId }, at);
    const after = { slug: facts.slug, version, sections: sections.length, feePence: facts.feePence };
    await recordAudit(
      tx,
      actor,
      { action: "programme.saved", subjectType: "programme", subjectId: id, after },
      at,
    );
    return id;
  });
}
