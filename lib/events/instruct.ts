import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { wakeOutbox } from "../email/wake";
import { attendance } from "../enrolments/expected";
import { instructionsEmail } from "./emails";
import { managedEvent } from "./locked";
import { tellThem } from "./tell";

/**
 * Publishes how one joins an event, or changes it. Whoever is expected is told where to read it; saved as it was, or
 * emptied, nobody is told. For the cohort's managers and administrators.
 * @returns how many were told
 * @throws NotFound for everybody else, StaleVersion, WrongState once it is over or cancelled
 */
export async function saveInstructions(
  actor: Actor,
  input: { eventId: string; version: number; joiningUrl: string; instructions: string },
  at: Date,
): Promise<number> {
  const told = await inTransaction(async (tx) => {
    const { eventId, version, instructions } = input;
    const before = await managedEvent(tx, actor, { eventId, version, move: "instruct" }, at);
    const joiningUrl = input.joiningUrl || null;
    if (joiningUrl === before.joiningUrl && instructions === before.instructions) return 0;
    await tx.event.update({
      where: { id: eventId, version },
      data: { joiningUrl, instructions, version: { increment: 1 } },
    });
    const fact = { action: "event.instructions_saved", subjectType: "event", subjectId: eventId };
    const after = { joiningLink: joiningUrl !== null, length: instructions.length };
    await recordAudit(tx, actor, { ...fact, cohortId: before.cohortId, after }, at);
    if (joiningUrl === null && instructions === "") return 0;
    const first = before.joiningUrl === null && before.instructions === "";
    const letter = {
      step: `instructions:${version + 1}`,
      message: () => instructionsEmail(before, first),
      by: before.facilitatorId ?? "",
      usefulUntil: before.endsAt,
    };
    return tellThem(tx, before, (await attendance(tx, eventId)).expected, letter, at);
  });
  wakeOutbox();
  return told;
}
