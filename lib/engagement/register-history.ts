import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { isId } from "../ids";
import { canTakeRegister } from "./policy";
import { markOf } from "./register";
import type { RegisterCorrection } from "./schema";

/** More than any register has; the newest are shown. */
const MOST = 200;

const mark = { minutes: true, completes: true } as const;

/**
 * What was corrected in an event's register, the newest first: who, when, from what to what, and why. For those who
 * may take it; null for everybody else. Two queries.
 */
export async function registerCorrections(
  actor: Actor,
  eventId: string,
): Promise<RegisterCorrection[] | null> {
  if (!isId(eventId)) return null;
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: { cohortId: true, facilitatorId: true, peerGroup: { select: { facilitatorId: true } } },
  });
  if (!event || !canTakeRegister(actor, event)) return null;
  const rows = await db.engagementRecord.findMany({
    where: { eventId, supersedesId: { not: null } },
    select: {
      id: true,
      ...mark,
      note: true,
      recordedAt: true,
      recordedBy: { select: { name: true } },
      supersedes: { select: mark },
      enrolmentMilestone: { select: { enrolment: { select: { fullName: true } } } },
    },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.flatMap(({ id, note, recordedAt, recordedBy, supersedes, enrolmentMilestone, ...now }) =>
    supersedes
      ? [
          {
            id,
            fullName: enrolmentMilestone.enrolment.fullName,
            from: { mark: markOf(supersedes), minutes: supersedes.minutes },
            to: { mark: markOf(now), minutes: now.minutes },
            why: note,
            by: recordedBy?.name ?? "",
            at: recordedAt,
          },
        ]
      : [],
  );
}
