import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { LISTED, type TodayItem } from "../today";
import { newlyAtRisk } from "./cohort-alerts";
import type { AlertReason } from "./schema";

/** A week back, so that what began at the weekend is still there on Monday; being in touch takes it off sooner. */
const NEW_DAYS = 7;

const WORDS: Record<AlertReason, string> = {
  unreachable: "cannot reach the line any more",
  below: "has fallen below the line",
  overdue: "has several things overdue",
  quiet: "has recorded nothing for a month",
};

/** The participants newly at risk with whom nobody has been in touch since. Two queries. */
export async function todayFor(actor: Actor, at: Date): Promise<TodayItem[]> {
  const { people, total, upToDate } = await newlyAtRisk(actor, at, LISTED, NEW_DAYS);
  const cohorts = new Set(people.map(({ cohortId }) => cohortId));
  const [only] = cohorts.size === 1 ? cohorts : [];
  const group = {
    key: "risk",
    total,
    title: `${total} people are newly at risk`,
    href: only ? `/staff/cohorts/${only}/alerts` : "/staff/cohorts",
  };
  const risks = people.map(
    ({ cohortId, cohortName, enrolmentId, fullName, reasons: [gravest] }): TodayItem => ({
      kind: "risk",
      id: enrolmentId,
      urgency: "now",
      at,
      title: gravest ? `${fullName} ${WORDS[gravest]}` : fullName,
      detail: cohortName,
      when: "nobody has been in touch since",
      href: `/staff/cohorts/${cohortId}/participants/${enrolmentId}`,
      group,
    }),
  );
  return upToDate ? risks : [...risks, stillMade(at)];
}

/** Of a large cohort, for a minute or so after midnight or after a change that touches everybody. */
const stillMade = (at: Date): TodayItem => ({
  kind: "risk",
  id: "still-made",
  urgency: "soon",
  at,
  title: "Who is newly at risk in a large cohort is still being worked out",
  detail: "Engagement",
  when: "look again in a minute",
  href: "/staff",
  group: { key: "risk-still-made", total: 1, title: "", href: "/staff" },
});

/** Counted no further: past it, a figure tells nobody more, and the tabs cost the same in a cohort of any size. */
const COUNTED = 99;

/** How many of a cohort need a word, up to 99, for who manages it. One query. */
export async function waitingIn(actor: Actor, cohortId: string): Promise<number> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return 0;
  const [row] = await readRows<{ n: number }>(Prisma.sql`
    SELECT count(*)::int AS n FROM (
      SELECT FROM "EngagementSummary" s WHERE s."cohortId" = ${cohortId}::uuid AND s.urgency > 0
      LIMIT ${COUNTED}) s`);
  return row?.n ?? 0;
}
