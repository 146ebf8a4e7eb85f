import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { isId } from "../ids";
import { eventTimes } from "./times";
import type { AttendanceStatement } from "./views";

/**
 * What the registers say that the viewer attended, for their records: of one event, or of everything so far of the
 * cohort they joined last (active before others). Null for somebody without a place, and for an event that they have
 * not attended. Two queries.
 */
export async function attendanceStatement(
  actor: Actor,
  eventId?: string,
): Promise<AttendanceStatement | null> {
  if (eventId !== undefined && !isId(eventId)) return null;
  const found = await db.enrolment.findMany({
    where: {
      userId: actor.userId,
      ...(eventId ? { cohort: { events: { some: { id: eventId } } } } : {}),
    },
    select: {
      id: true,
      state: true,
      fullName: true,
      workplace: true,
      trn: true,
      cohort: { select: { name: true, programme: { select: { qualification: true } } } },
    },
    orderBy: { enrolledAt: "desc" },
  });
  const me = found.find(({ state }) => state === "active") ?? found[0];
  if (!me) return null;
  const records = await db.engagementRecord.findMany({
    where: { enrolmentId: me.id, supersededBy: null, minutes: { gt: 0 }, eventId: eventId ?? { not: null } },
    select: {
      minutes: true,
      event: {
        select: {
          id: true,
          title: true,
          place: true,
          startsAt: true,
          endsAt: true,
          facilitator: { select: { name: true } },
          milestone: { select: { title: true } },
        },
      },
    },
    orderBy: [{ event: { startsAt: "asc" } }, { id: "asc" }],
  });
  const rows = records.flatMap(({ minutes, event }) => {
    if (!event) return [];
    const { id, title, place, startsAt, endsAt, facilitator, milestone } = event;
    const when = eventTimes(startsAt, endsAt);
    const facilitatorName = facilitator?.name || null;
    return [{ eventId: id, title, milestoneTitle: milestone.title, when, place, minutes, facilitatorName }];
  });
  if (eventId && rows.length === 0) return null;
  const { fullName, workplace, trn, cohort } = me;
  const { qualification } = cohort.programme;
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0);
  return { fullName, workplace, trn, qualification, cohortName: cohort.name, rows, minutes };
}
