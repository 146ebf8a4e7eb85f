import type { Prisma } from "../generated/prisma/client";

/** Who made a record: somebody with an account, or an NPQ mentor, who has none; and where it is carried over from. */

export const recorder = {
  recordedBy: { select: { name: true } },
  mentor: { select: { name: true } },
  carriedFrom: {
    select: {
      enrolmentMilestone: { select: { enrolment: { select: { cohort: { select: { name: true } } } } } },
    },
  },
} as const satisfies Prisma.EngagementRecordSelect;

type Recorder = Prisma.EngagementRecordGetPayload<{ select: typeof recorder }>;

/** The name to show beside the record; the database holds one of the two. */
export const recorderName = ({ recordedBy, mentor }: Pick<Recorder, "recordedBy" | "mentor">): string =>
  recordedBy?.name ?? mentor?.name ?? "";

/** The cohort that a record was carried over from: "Spring 2025"; null for one of this cohort. */
export const carriedFromName = ({ carriedFrom }: Pick<Recorder, "carriedFrom">): string | null =>
  carriedFrom?.enrolmentMilestone.enrolment.cohort.name ?? null;
