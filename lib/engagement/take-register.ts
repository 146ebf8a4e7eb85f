import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { dayInLondon } from "../dates";
import { inTransaction, type Tx } from "../db";
import { attendance } from "../enrolments/expected";
import { refuseOwn } from "../enrolments/move";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "../errors";
import { isId } from "../ids";
import { canTakeRegister } from "./policy";
import { type NewRecord, writeRecords } from "./record";
import { registerVersion } from "./register";
import { holdTallies } from "./tally";

/** `minutes` only where somebody was there for part of it; left out, being there counts in full. */
export type Mark = { enrolmentId: string; attended: boolean; minutes?: number };
export type RegisterResult = { recorded: number; unchanged: number; notActive: number };

/**
 * Takes or retakes an event's register. Present counts for the milestone's minutes, absent is a record of 0.
 * Taken again, only what is different makes a new record, in the place of the old: so a second click does
 * nothing, without a key. Who is not active any more is passed over and counted. For the event's facilitator, its
 * group's, and the cohort's managers; NotFound for others and for a mark of somebody who was not expected; WrongState
 * for a mark of oneself: nobody decides about their own place.
 * @param input.reason why marks that stand are corrected, kept with the new ones where the participant sees it too;
 * FieldProblem on `reason` where one is corrected without
 * @param input.version the register's that the marks were checked against; StaleVersion when it has changed since
 */
export async function takeRegister(
  actor: Actor,
  input: { eventId: string; marks: readonly Mark[]; version?: string | undefined; reason?: string },
  at: Date,
): Promise<RegisterResult> {
  const marks = new Map(input.marks.map((mark) => [mark.enrolmentId, mark]));
  if (!isId(input.eventId) || !input.marks.every(({ enrolmentId }) => isId(enrolmentId)))
    throw new NotFound();
  return inTransaction(async (tx) => {
    const event = await eventFor(tx, actor, input.eventId);
    if (event.cancelledAt) throw new WrongState("This event is cancelled, so there is no register to take.");
    const happenedOn = dayInLondon(event.startsAt);
    if (happenedOn > dayInLondon(at))
      throw new WrongState("The register can be taken from the day of the event on.");
    const { milestoneId, cohortId } = event;
    const held = await holdTallies(
      tx,
      [...marks.keys()].map((enrolmentId) => ({ enrolmentId, milestoneId })),
    );
    const before = await liveMarks(tx, event.id);
    const asked = await attendance(tx, event.id, [...marks.keys()]);
    const expected = held.filter(
      ({ enrolmentId: id }) => asked.expected.has(id) || asked.sorry.has(id) || before.has(id),
    );
    if (expected.length !== marks.size) throw new NotFound();

    const own = expected.find(({ userId }) => userId === actor.userId);
    const active = expected.filter(({ state }) => state === "active");
    const records = active.flatMap(({ enrolmentId }): NewRecord[] => {
      const { minutes, completes } = worth(marks.get(enrolmentId), event.milestone.minutes ?? 0);
      const old = before.get(enrolmentId);
      if (old && old.minutes === minutes && old.completes === completes) return [];
      const kept = {
        enrolmentId,
        milestoneId,
        minutes,
        completes,
        happenedOn,
        eventId: event.id,
        supersedesId: old?.id ?? null,
        note: old ? (input.reason ?? null) : null,
      };
      return [{ ...kept, source: "attendance_register", recordedById: actor.userId }];
    });
    const result = {
      recorded: records.length,
      unchanged: active.length - records.length,
      notActive: expected.length - active.length,
    };
    if (own && records.some(({ enrolmentId }) => enrolmentId === own.enrolmentId)) refuseOwn(actor, own);
    if (records.length > 0) {
      if (input.version !== undefined && input.version !== registerVersion(before.values()))
        throw new StaleVersion();
      const corrected = records.filter(({ supersedesId }) => supersedesId).length;
      if (corrected > 0 && !input.reason)
        throw new FieldProblem("reason", "Enter why the register is corrected");
      await writeRecords(tx, records, at);
      const fact = {
        action: "register.taken",
        subjectType: "event",
        subjectId: event.id,
        cohortId,
        after: { ...result, ...(corrected > 0 ? { corrected } : {}) },
      };
      await recordAudit(tx, actor, fact, at);
    }
    return result;
  });
}

/** The event, kept from being cancelled until the end of the transaction (lib/events/locked.ts locks it harder). */
async function eventFor(tx: Tx, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Event" WHERE id = ${id}::uuid FOR KEY SHARE`;
  const event = await tx.event.findUnique({
    where: { id },
    select: {
      id: true,
      cohortId: true,
      milestoneId: true,
      startsAt: true,
      facilitatorId: true,
      cancelledAt: true,
      peerGroup: { select: { facilitatorId: true } },
      milestone: { select: { minutes: true } },
    },
  });
  if (!event || !canTakeRegister(actor, event)) throw new NotFound();
  return event;
}

type LiveMark = { id: string; enrolmentId: string; minutes: number; completes: boolean };

/** The register as it stands, by enrolment. */
async function liveMarks(tx: Tx, eventId: string): Promise<Map<string, LiveMark>> {
  const live = await tx.engagementRecord.findMany({
    where: { eventId, supersededBy: null },
    select: { id: true, enrolmentId: true, minutes: true, completes: true },
  });
  return new Map(live.map((record) => [record.enrolmentId, record]));
}

/** What a mark counts for: nothing when absent; in full unless minutes say that it was part of it. */
function worth(mark: Mark | undefined, full: number): { minutes: number; completes: boolean } {
  if (!mark?.attended) return { minutes: 0, completes: false };
  const minutes = mark.minutes ?? full;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > full) {
    throw new FieldProblem(
      `minutes-${mark.enrolmentId}`,
      `Enter 1 to ${full} minutes, or mark the person as absent`,
    );
  }
  return { minutes, completes: minutes === full };
}
