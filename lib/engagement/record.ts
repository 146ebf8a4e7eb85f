import "server-only";
import type { PlainDate } from "../dates";
import { dateColumn } from "../dates";
import type { Tx } from "../db";
import { carryOn } from "./carry";
import type { RecordSource } from "./schema";
import { type Pair, retally } from "./tally";

export type NewRecord = Pair & {
  /** Where the caller has to know it; otherwise the database's word. */
  id?: string;
  minutes: number;
  /** True when the item is done by this record, whatever the minutes come to. */
  completes: boolean;
  source: RecordSource;
  happenedOn: PlainDate;
  note?: string | null;
  eventId?: string | null;
  /** Who recorded it: somebody with an account, or else the mentor. The database wants exactly one. */
  recordedById?: string | null;
  mentorId?: string | null;
  supersedesId?: string | null;
  formKey?: string | null;
};

/**
 * Writes records whose tallies are held (`holdTallies`), and counts those tallies again. Of somebody who has moved to
 * another cohort since, what is written here counts there, too.
 */
export async function writeRecords(tx: Tx, records: readonly NewRecord[], at: Date): Promise<void> {
  if (records.length === 0) return;
  await tx.engagementRecord.createMany({
    data: records.map((record) => ({ ...record, happenedOn: dateColumn(record.happenedOn), recordedAt: at })),
  });
  await retally(tx, records);
  await carryOn(tx, records);
}
