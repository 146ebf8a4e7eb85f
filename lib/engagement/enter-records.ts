import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon, type PlainDate } from "../dates";
import { inTransaction } from "../db";
import { refuseOwn } from "../enrolments/move";
import { FieldProblem, NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { writeRecords } from "./record";
import { holdTallies } from "./tally";

/** What staff enter for a participant: a mentor check-in they heard of, coaching, an alternative activity. */
export type Entry = {
  enrolmentId: string;
  milestoneId: string;
  /** 1 to the milestone's minutes; it is complete once the minutes reach them. */
  minutes: number;
  happenedOn: PlainDate;
  note?: string;
  /** An alternative activity that staff approved: it completes the milestone and counts in full. */
  credit?: boolean;
};

const MOST_AT_ONCE = 5_000;

/**
 * Enters records for participants of one cohort, all or none. For its managers and administrators; NotFound for
 * everybody else, and for a participant or milestone of another cohort. `formKey` makes a form sent twice enter
 * once.
 */
export async function enterRecords(
  actor: Actor,
  input: { cohortId: string; entries: readonly Entry[]; formKey?: string },
  at: Date,
): Promise<void> {
  const { cohortId, entries, formKey } = input;
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) throw new NotFound();
  if (!entries.every((entry) => isId(entry.enrolmentId) && isId(entry.milestoneId))) throw new NotFound();
  if (formKey !== undefined && !isId(formKey)) throw new NotFound();
  if (entries.length > MOST_AT_ONCE)
    throw new FieldProblem("entries", `Enter ${MOST_AT_ONCE} or fewer at once`);
  const today = dayInLondon(at);
  await inTransaction(async (tx) => {
    const held = new Map(
      (await holdTallies(tx, entries)).map((row) => [`${row.enrolmentId} ${row.milestoneId}`, row]),
    );
    if (formKey && (await tx.engagementRecord.findUnique({ where: { formKey }, select: { id: true } })))
      return;
    const records = entries.map((entry, index) => {
      const row = held.get(`${entry.enrolmentId} ${entry.milestoneId}`);
      if (!row || row.cohortId !== cohortId) throw new NotFound();
      refuseOwn(actor, row);
      if (row.state !== "active")
        throw new WrongState("Only an active participant's engagement can be recorded.");
      const { credit = false, note, ...facts } = entry;
      checkEntry(facts, row.minutes ?? 0, row.startsOn, today);
      const source = credit ? ("credit" as const) : ("staff_entry" as const);
      const key = index === 0 ? (formKey ?? null) : null;
      return {
        ...facts,
        note: note || null,
        completes: credit,
        source,
        recordedById: actor.userId,
        formKey: key,
      };
    });
    await writeRecords(tx, records, at);
    const after = {
      records: records.length,
      milestones: [...new Set(entries.map(({ milestoneId }) => milestoneId))].length,
    };
    await recordAudit(
      tx,
      actor,
      { action: "records.entered", subjectType: "cohort", subjectId: cohortId, cohortId, after },
      at,
    );
  });
}

function checkEntry(
  entry: { minutes: number; happenedOn: PlainDate },
  full: number,
  startsOn: PlainDate,
  today: PlainDate,
): void {
  const { minutes, happenedOn } = entry;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > full) {
    throw new FieldProblem("minutes", `Enter 1 to ${full} minutes`);
  }
  if (happenedOn > today) throw new FieldProblem("happenedOn", "Enter a day that is not in the future");
  if (happenedOn < startsOn) throw new FieldProblem("happenedOn", "Enter a day after the cohort's start");
}
