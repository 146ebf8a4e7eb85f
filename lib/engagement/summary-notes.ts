import "server-only";
import type { Tx } from "../db";

/** The notes that triggers leave of whose summaries have to be made again (decision 0016). */

/** Notes taken by one statement; a register of thousands leaves one for each participant. */
const NOTES = 50_000;

/**
 * Takes all that there are, before anything is made: somebody may have many, and one making answers them. `all` when
 * one of them is about the cohort as a whole.
 */
export async function takeNotes(tx: Tx, cohortId: string): Promise<{ named: string[]; all: boolean }> {
  const named = new Set<string>();
  let all = false;
  for (let taken = NOTES; taken === NOTES; ) {
    // By their places in the table: of a table that has just grown the planner knows little, and may compare each of
    // them with each. Nobody but who holds the cohort's summaries deletes a note, and nobody changes one.
    const [notes] = await tx.$queryRaw<{ ids: (string | null)[] | null; taken: number }[]>`
      WITH taken AS (
        DELETE FROM "StaleSummary" WHERE ctid = ANY(ARRAY(
          SELECT ctid FROM "StaleSummary" WHERE "cohortId" = ${cohortId}::uuid LIMIT ${NOTES}))
        RETURNING "enrolmentId")
      SELECT array_agg(DISTINCT "enrolmentId")::text[] AS ids, count(*)::int AS taken FROM taken`;
    for (const id of notes?.ids ?? []) {
      if (id === null) all = true;
      else named.add(id);
    }
    taken = notes?.taken ?? 0;
  }
  return { named: [...named], all };
}
