import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { plainDate } from "../dates";
import { inTransaction, type Tx } from "../db";
import { wakeOutbox } from "../email/wake";
import { attendance } from "../enrolments/expected";
import { FieldProblem } from "../errors";
import { checkChoice, checkTimes, facilitatorOf } from "./checks";
import { changedEmail } from "./emails";
import { type LockedEvent, managedEvent } from "./locked";
import { promoteWaiting } from "./places";
import { tellThem } from "./tell";

export type Change = {
  eventId: string;
  /** That of the page that was changed; a newer one is StaleVersion. */
  version: number;
  /** Empty: as it was. */
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  facilitatorId: string | null;
  capacity: number | null;
  /** A plain date; null where nobody chooses. */
  choiceUntil: string | null;
};

/**
 * Changes an event. When its time or place is another, everybody who is expected or waits is told, and who runs it;
 * places that a higher capacity makes free go to those who wait. For the cohort's managers and administrators.
 * @throws NotFound for everybody else, StaleVersion, WrongState for one that is over or cancelled, FieldProblem
 */
export async function changeEvent(actor: Actor, input: Change, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { eventId, version } = input;
    const before = await managedEvent(tx, actor, { eventId, version, move: "change" }, at);
    const data = await columns(tx, before, input, at);
    await tx.event.update({ where: { id: eventId, version }, data: { ...data, version: { increment: 1 } } });
    const event = { ...before, ...data, version: version + 1 };
    const fact = { action: "event.changed", subjectType: "event", subjectId: eventId };
    const said = { cohortId: before.cohortId, before: audited(before), after: audited(event) };
    await recordAudit(tx, actor, { ...fact, ...said }, at);
    if (moved(before, event)) {
      const letter = {
        step: `changed:${event.version}`,
        message: (staff: boolean) => changedEmail(event, before, staff),
        by: actor.userId,
        usefulUntil: event.endsAt,
      };
      await tellThem(tx, event, await concerned(tx, eventId), letter, at);
    }
    if (event.byChoice) await promoteWaiting(tx, event, at);
  });
  wakeOutbox();
}

/** Those who are expected, and those who wait for a place. */
export async function concerned(tx: Tx, eventId: string): Promise<Set<string>> {
  const { expected } = await attendance(tx, eventId);
  const waiting = await tx.eventPlace.findMany({
    where: { eventId, state: "waiting" },
    select: { enrolmentId: true },
  });
  return new Set([...expected, ...waiting.map(({ enrolmentId }) => enrolmentId)]);
}

async function columns(tx: Tx, before: LockedEvent, input: Change, at: Date) {
  checkTimes(input);
  const { place, startsAt, endsAt, capacity } = input;
  if (startsAt.getTime() !== before.startsAt.getTime() && startsAt <= at)
    throw new FieldProblem("firstDay", "Enter a day and a time that are still to come");
  if (endsAt <= at) throw new FieldProblem("endTime", "Enter an end that is still to come");
  if (capacity !== null && capacity < before.placesTaken)
    throw new FieldProblem(
      "capacity",
      `${before.placesTaken} have a place: enter ${before.placesTaken} or more`,
    );
  const facilitatorId =
    input.facilitatorId === before.facilitatorId
      ? before.facilitatorId
      : await facilitatorOf(tx, input.facilitatorId);
  const choiceUntil = checkChoice(before.byChoice, input.choiceUntil, startsAt);
  return {
    title: input.title || before.title,
    place,
    startsAt,
    endsAt,
    facilitatorId,
    capacity,
    choiceUntil,
  };
}

const moved = (before: LockedEvent, after: LockedEvent) =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime() ||
  before.place !== after.place;

const audited = ({ startsAt, endsAt, place, capacity, choiceUntil, facilitatorId, title }: LockedEvent) => ({
  title,
  place,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  capacity,
  choiceUntil: choiceUntil && plainDate(choiceUntil),
  facilitatorId,
});
