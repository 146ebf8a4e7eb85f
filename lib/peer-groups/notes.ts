import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { inTransaction, type Tx, uniqueViolation } from "../db";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import { facilitates } from "./policy";
import { SESSION } from "./sessions";

/** Notes that a group and its facilitator write together. Each save is a version of its own; none is lost. */

type Written = { title: string; body: string };

/**
 * Begins a note, about a session of the group or a topic of its own; answers its identifier, the form's key.
 * @throws NotFound for those who are neither in the group nor its facilitator, FieldProblem for another group's session,
 * WrongState for an archived cohort
 */
export async function writeNote(
  actor: Actor,
  input: Written & { groupId: string; formKey: string; eventId: string | null },
  at: Date,
): Promise<string> {
  const { groupId, formKey: id, eventId, title, body } = input;
  try {
    await inTransaction(async (tx) => {
      const cohortId = await mayWrite(tx, actor, groupId);
      const session = { ...SESSION, id: eventId ?? "", peerGroupId: groupId };
      if (eventId && !(await tx.event.count({ where: session })))
        throw new FieldProblem("eventId", "Choose a session from the list, or none");
      await tx.peerNote.create({ data: { id, peerGroupId: groupId, eventId, changedAt: at } });
      await keep(tx, actor, { noteId: id, number: 1, cohortId, title, body }, at);
    });
  } catch (error) {
    // The identifier is there already: the same form came twice.
    if (!uniqueViolation(error)) throw error;
  }
  return id;
}

/**
 * Saves a newer version of a note; the one before stays.
 * @throws NotFound, StaleVersion when somebody saved meanwhile
 */
export async function changeNote(
  actor: Actor,
  { noteId, version, title, body }: Written & { noteId: string; version: number },
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const found = isId(noteId)
      ? await tx.peerNote.findUnique({ where: { id: noteId }, select: { peerGroupId: true } })
      : null;
    if (!found) throw new NotFound();
    const cohortId = await mayWrite(tx, actor, found.peerGroupId);
    const { count } = await tx.peerNote.updateMany({
      where: { id: noteId, version },
      data: { version: { increment: 1 }, changedAt: at },
    });
    if (count === 0) throw new StaleVersion();
    await keep(tx, actor, { noteId, number: version + 1, cohortId, title, body }, at);
  });
}

/** The group's cohort, for an active member or the facilitator. */
async function mayWrite(tx: Tx, actor: Actor, groupId: string): Promise<string> {
  if (!isId(groupId)) throw new NotFound();
  const group = await tx.peerGroup.findUnique({
    where: { id: groupId },
    select: {
      cohortId: true,
      facilitatorId: true,
      cohort: { select: { archivedAt: true } },
      members: { where: { userId: actor.userId, state: "active" }, select: { id: true } },
    },
  });
  if (!group || !(group.members.length > 0 || facilitates(actor, group))) throw new NotFound();
  if (group.cohort.archivedAt)
    throw new WrongState("This cohort is archived: its notes can be read, not changed.");
  return group.cohortId;
}

async function keep(
  tx: Tx,
  actor: Actor,
  note: Written & { noteId: string; number: number; cohortId: string },
  at: Date,
): Promise<void> {
  const { cohortId, ...version } = note;
  await tx.peerNoteVersion.create({ data: { ...version, byId: actor.userId, at } });
  const subject = { subjectType: "peer_note", subjectId: note.noteId, cohortId };
  await recordAudit(
    tx,
    actor,
    { action: "peer_note.saved", ...subject, after: { version: note.number } },
    at,
  );
}
