import "server-only";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { FieldProblem } from "../errors";
import { workplaceByCode } from "../schools/queries";
import type { WorkplaceKind } from "../schools/schema";
import { ownApplication } from "./find";
import { saveChanges } from "./save-draft";

/**
 * Chooses where an applicant works, from the register. Only the code counts: name, town and postcode are the
 * register's own, kept as they are now.
 * @throws FieldProblem for a code that names no open school or trust; else as `saveDraft`.
 */
export async function chooseWorkplace(
  actor: Actor,
  input: { reference: string; version: number; kind: WorkplaceKind; code: string },
  at: Date,
): Promise<void> {
  const { reference, version, kind, code } = input;
  const place = await workplaceByCode(kind, code);
  if (!place?.open) throw new FieldProblem("choice", "Choose one of the places that are listed");
  await inTransaction(async (tx) => {
    const application = await ownApplication(tx, actor, reference);
    const changes = {
      workplace: place.name,
      workplaceKind: place.kind,
      workplaceUrn: place.kind === "school" ? place.code : null,
      workplaceTrust: place.kind === "trust" ? place.code : null,
      workplaceTown: place.town,
      workplacePostcode: place.postcode,
    };
    await saveChanges(tx, actor, application, { version, changes }, at);
  });
}
