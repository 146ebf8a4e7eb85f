import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import type { PlainDate } from "../dates";
import { inTransaction, type Tx, uniqueViolation } from "../db";
import { FieldProblem, NotFound } from "../errors";
import { isId } from "../ids";
import { checkChoice, checkTimes, facilitatorOf } from "./checks";
import { MET_FOR } from "./schema";

export type NewEvent = {
  /** One per rendered form; becomes the event's identifier, so that a second click makes no second event. */
  formKey?: string;
  cohortId: string;
  milestoneId: string;
  /** Empty: the milestone's title. */
  title?: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  /** Only this group is expected; null or left out for the whole cohort. */
  peerGroupId?: string | null;
  facilitatorId?: string | null;
  /** True where those who choose it are expected: then until which day, and for how many there is room. */
  byChoice?: boolean;
  choiceUntil?: PlainDate | null;
  capacity?: number | null;
};

/**
 * Puts an event into a cohort's calendar, with a register of its own, and answers its identifier.
 * For the cohort's managers and administrators; NotFound for everybody else. A milestone, group or
 * facilitator that does not belong there is a FieldProblem.
 */
export async function scheduleEvent(actor: Actor, input: NewEvent, at: Date): Promise<string> {
  if (!isId(input.cohortId) || !managesCohort(actor, input.cohortId)) throw new NotFound();
  checkTimes(input);
  const {
    formKey: id,
    cohortId,
    milestoneId,
    place,
    startsAt,
    endsAt,
    byChoice = false,
    capacity = null,
  } = input;
  const choiceUntil = checkChoice(byChoice, input.choiceUntil, startsAt);
  try {
    return await inTransaction(async (tx) => {
      const milestone = await milestoneOf(tx, cohortId, milestoneId);
      const peerGroupId = await groupOf(tx, cohortId, input.peerGroupId);
      const facilitatorId = await facilitatorOf(tx, input.facilitatorId);
      const title = input.title || milestone.title;
      const event = await tx.event.create({
        data: {
          id,
          cohortId,
          milestoneId,
          title,
          place,
          startsAt,
          endsAt,
          peerGroupId: byChoice ? null : peerGroupId,
          facilitatorId,
          byChoice,
          capacity,
          choiceUntil,
          scheduledAt: at,
        },
        select: { id: true },
      });
      const after = {
        milestoneId,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        peerGroupId,
        facilitatorId,
        ...(byChoice ? { byChoice, capacity, choiceUntil: input.choiceUntil ?? null } : {}),
      };
      await recordAudit(
        tx,
        actor,
        { action: "event.scheduled", subjectType: "event", subjectId: event.id, cohortId, after },
        at,
      );
      return event.id;
    });
  } catch (error) {
    // The only unique value here is the identifier: the same form came twice, and the first one won.
    if (id && uniqueViolation(error)) return id;
    throw error;
  }
}

/** A milestone of the cohort that people meet for; anything else has no register. */
async function milestoneOf(tx: Tx, cohortId: string, id: string): Promise<{ title: string }> {
  const found = isId(id)
    ? await tx.milestone.findFirst({
        where: { id, cohortId, kind: { in: [...MET_FOR] } },
        select: { title: true },
      })
    : null;
  if (!found) throw new FieldProblem("milestoneId", "Choose what the event is for");
  return found;
}

async function groupOf(tx: Tx, cohortId: string, id: string | null | undefined): Promise<string | null> {
  if (!id) return null;
  const found = isId(id)
    ? await tx.peerGroup.findFirst({ where: { id, cohortId }, select: { id: true } })
    : null;
  if (!found) throw new FieldProblem("peerGroupId", "Choose the whole cohort or one of its groups");
  return found.id;
}
