import "server-only";
import type { Actor } from "../auth/actor";
import { db } from "../db";
import { LISTED, type TodayItem, type Urgency } from "../today";
import { canAnswer } from "./policy";
import { type Due, dueWords } from "./states";

const URGENCY: Record<Due["tone"], Urgency> = { late: "late", soon: "now", muted: "soon" };

/** The enquiries that wait for an answer, the soonest due first. Two queries. */
export async function todayFor(actor: Actor, at: Date): Promise<TodayItem[]> {
  if (!canAnswer(actor)) return [];
  const where = { answeredAt: null, closedAt: null };
  const [total, rows] = await Promise.all([
    db.enquiry.count({ where }),
    db.enquiry.findMany({
      where,
      select: { id: true, name: true, reference: true, dueAt: true },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: LISTED,
    }),
  ]);
  const group = { key: "enquiries", total, title: `${total} enquiries to answer`, href: "/staff/enquiries" };
  return rows.map(({ id, name, reference, dueAt }) => {
    const { words, tone } = dueWords(dueAt, at);
    return {
      kind: "enquiry",
      id,
      urgency: URGENCY[tone],
      at: dueAt,
      title: `Answer ${name}`,
      detail: `Enquiry ${reference}`,
      when: words,
      href: `/staff/enquiries/${id}`,
      group,
    };
  });
}
