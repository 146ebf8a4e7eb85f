import "server-only";
import { plainDate } from "../dates";
import { db } from "../db";
import { carriedFromName, recorder, recorderName } from "./recorder";
import type { RecordView } from "./schema";

type Facts = { recordedById: string | null; source: RecordView["source"]; minutes: number; live: boolean };

/** What is recorded of one milestone of one participant, newest first, with who made it. One query. */
export async function recordViews(
  where: { enrolmentId: string; milestoneId: string },
  correctable: (record: Facts) => boolean,
): Promise<RecordView[]> {
  const rows = await db.engagementRecord.findMany({
    where,
    select: {
      id: true,
      minutes: true,
      completes: true,
      source: true,
      happenedOn: true,
      note: true,
      recordedById: true,
      recordedAt: true,
      supersedesId: true,
      ...recorder,
    },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
  });
  const superseded = new Set(rows.map(({ supersedesId }) => supersedesId));
  return rows.map(
    ({ recordedBy, mentor, carriedFrom, recordedById, supersedesId: _old, happenedOn, ...row }) => {
      const live = !superseded.has(row.id);
      return {
        ...row,
        happenedOn: plainDate(happenedOn),
        recordedBy: recorderName({ recordedBy, mentor }),
        carriedFrom: carriedFromName({ carriedFrom }),
        live,
        correctable: correctable({ ...row, recordedById, live }),
      };
    },
  );
}
