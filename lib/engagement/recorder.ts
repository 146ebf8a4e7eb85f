import "server-only";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";

/** Who made a record: somebody with an account, or an NPQ mentor, who has none; and where it is carried over from. */

export const recorder = {
  recordedBy: { select: { name: true } },
  mentor: { select: { name: true } },
  carriedFromId: true,
} as const satisfies Prisma.EngagementRecordSelect;

type Recorder = Pick<Prisma.EngagementRecordGetPayload<{ select: typeof recorder }>, "recordedBy" | "mentor">;

/** The name to show beside the record; the database holds one of the two. */
export const recorderName = ({ recordedBy, mentor }: Recorder): string =>
  recordedBy?.name ?? mentor?.name ?? "";

/**
 * The cohort that an enrolment's carried records come from, "Spring 2025": that of the enrolment it goes on from. Null,
 * without a query, where none of the records is carried.
 */
export async function carriedFromName(
  enrolmentId: string,
  records: readonly { carriedFromId: string | null }[],
): Promise<string | null> {
  if (!records.some(({ carriedFromId }) => carriedFromId !== null)) return null;
  const earlier = await db.enrolment.findFirst({
    where: { continuedBy: { id: enrolmentId } },
    select: { cohort: { select: { name: true } } },
  });
  return earlier?.cohort.name ?? null;
}
