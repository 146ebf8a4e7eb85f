import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, shortDate } from "../dates";
import { db } from "../db";
import type { TodayItem } from "../today";
import { canHold } from "./policy";

/** After so many days nobody asks for a recording any more. */
const RECORDING_DAYS = 30;

/** Webinars that were held and have no recording to look at yet. One query. */
export async function todayFor(actor: Actor, at: Date): Promise<TodayItem[]> {
  if (!canHold(actor)) return [];
  const rows = await db.webinar.findMany({
    where: {
      publishedAt: { not: null },
      cancelledAt: null,
      recordingUrl: null,
      endsAt: { lte: at, gt: new Date(at.getTime() - RECORDING_DAYS * 86_400_000) },
    },
    select: { id: true, title: true, endsAt: true },
    orderBy: [{ endsAt: "asc" }, { id: "asc" }],
  });
  const total = rows.length;
  return rows.map(({ id, title, endsAt }) => ({
    kind: "webinar",
    id,
    urgency: "soon",
    at: endsAt,
    title: `Add the recording: ${title}`,
    detail: "Webinar",
    when: `held on ${shortDate(dayInLondon(endsAt))}`,
    href: `/staff/webinars/${id}`,
    group: {
      key: "webinars",
      total,
      title: `${total} webinars without a recording`,
      href: "/staff/webinars",
    },
  }));
}
