import type { Prisma } from "../generated/prisma/client";

/** Who made a record: somebody with an account, or an NPQ mentor, who has none. */

export const recorder = {
  recordedBy: { select: { name: true } },
  mentor: { select: { name: true } },
} as const satisfies Prisma.EngagementRecordSelect;

type Recorder = Prisma.EngagementRecordGetPayload<{ select: typeof recorder }>;

/** The name to show beside the record; the database holds one of the two. */
export const recorderName = ({ recordedBy, mentor }: Recorder): string =>
  recordedBy?.name ?? mentor?.name ?? "";
