import "server-only";
import type { Actor } from "../auth/actor";
import { shortDate } from "../dates";
import { LISTED, type TodayItem } from "../today";
import { correctionQueue } from "./queries";

/** The corrections that wait for this person's answer, the longest waiting first. Two queries. */
export async function todayFor(actor: Actor): Promise<TodayItem[]> {
  const { rows, counts } = await correctionQueue(actor, { show: "open", page: 1 });
  const total = counts.open;
  const group = {
    key: "corrections",
    total,
    title: `${total} corrections to answer`,
    href: "/staff/corrections",
  };
  return rows.slice(0, LISTED).map(({ id, fullName, cohortName, title, askedOn }) => ({
    kind: "correction",
    id,
    urgency: "now",
    at: new Date(askedOn),
    title: `Answer ${fullName}’s correction: ${title}`,
    detail: cohortName,
    when: `asked on ${shortDate(askedOn)}`,
    href: `/staff/corrections/${id}`,
    group,
  }));
}
