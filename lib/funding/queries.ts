import "server-only";
import { dayInLondon, shortDate } from "../dates";
import { db } from "../db";

/** A scholarship notice as the public reads it. */
export type PublicNotice = { id: string; body: string /** "12 October 2026" */; since: string };

/** A programme's notices that are public at that moment, the newest first. */
export async function publicNotices(programmeId: string, at: Date): Promise<PublicNotice[]> {
  const rows = await db.scholarshipNotice.findMany({
    where: { programmeId, publicFrom: { lte: at }, withdrawnAt: null },
    orderBy: [{ publicFrom: "desc" }, { id: "desc" }],
    take: 10,
    select: { id: true, body: true, publicFrom: true },
  });
  return rows.map(({ publicFrom, ...notice }) => ({ ...notice, since: shortDate(dayInLondon(publicFrom)) }));
}
