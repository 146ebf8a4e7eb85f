import "server-only";
import type { Actor } from "../auth/actor";
import { PUBLIC_COHORT } from "../cohorts/states";
import { dateColumn, dayInLondon, type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import { CARRIABLE, LIVE } from "./states";
import type { ApplicationView } from "./views";

/** The cohort that an ended application could be carried into. */
export type CarryOverTo = { cohortId: string; name: string; applicationsClose: PlainDate };

/**
 * The first cohort of the programme that takes applications today and that the viewer has no live application to;
 * null when there is none, or when the application has not ended. One query.
 */
export async function carryOverTo(
  actor: Actor,
  { state, programme }: Pick<ApplicationView, "state" | "programme">,
  at: Date,
): Promise<CarryOverTo | null> {
  if (!CARRIABLE.includes(state)) return null;
  const today = dateColumn(dayInLondon(at));
  const cohort = await db.cohort.findFirst({
    where: {
      programmeId: programme.id,
      ...PUBLIC_COHORT,
      applicationsOpen: { lte: today },
      applicationsClose: { gte: today },
      programme: { publishedAt: { lte: at } },
      applications: { none: { userId: actor.userId, state: { in: [...LIVE] } } },
    },
    select: { id: true, name: true, applicationsClose: true },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  if (!cohort?.applicationsClose) return null;
  return { cohortId: cohort.id, name: cohort.name, applicationsClose: plainDate(cohort.applicationsClose) };
}
