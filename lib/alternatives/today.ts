import "server-only";
import type { Actor } from "../auth/actor";
import { shortDate } from "../dates";
import { LISTED, type TodayItem } from "../today";
import { alternativeQueue } from "./staff-queries";

/** The alternative activities to agree or to review, the longest waiting first. Two queries. */
export async function todayFor(actor: Actor): Promise<TodayItem[]> {
  const { rows, counts } = await alternativeQueue(actor, { show: "waiting", page: 1 });
  const total = counts.waiting;
  const group = {
    key: "alternatives",
    total,
    title: `${total} alternative activities to agree or review`,
    href: "/staff/alternatives",
  };
  return rows.slice(0, LISTED).map(({ id, fullName, cohortName, title, state, since }) => ({
    kind: "alternative",
    id,
    urgency: "now",
    at: new Date(since),
    title: `${state === "proposed" ? "Agree" : "Review"} ${fullName}’s alternative activity: ${title}`,
    detail: cohortName,
    when: `since ${shortDate(since)}`,
    href: `/staff/alternatives/${id}`,
    group,
  }));
}
