import "server-only";
import type { PlainDate } from "../dates";
import { Prisma } from "../generated/prisma/client";
import type { RouteMapMilestone } from "../route-map/schema";
import { alertsOf } from "./alerts";
import { engagement, milestoneState, reached, whileAway } from "./progress";
import type { EngagementRow } from "./schema";

/** People of a cohort with all their tallies, in plain SQL, and what these come to by the one rule of progress.ts. */

/** Somebody with their tallies; the arrays are in the order of the cohort's milestones. */
export type Person = Pick<
  EngagementRow,
  "enrolmentId" | "fullName" | "workplace" | "state" | "groupName" | "lastActivityOn"
> & {
  peerGroupId: string | null;
  /** The later of the cohort's first day and their enrolment. */
  startsOn: PlainDate;
  minutes: number[];
  completed: boolean[];
  credited: boolean[];
  required: boolean[];
  /** Minutes of the alternative activities agreed and not yet credited. */
  alternative: number[];
};

/** The statement that answers people of a cohort; `page` selects their `id` and their `place` in the order. */
export function peopleRows(page: Prisma.Sql, cohortId: string): Prisma.Sql {
  return Prisma.sql`
    WITH page AS (${page})
    SELECT e.id AS "enrolmentId", e."fullName", e.workplace, e.state::text AS state, e."peerGroupId", g.name AS "groupName",
      to_char(greatest(c."startsOn", (e."enrolledAt" AT TIME ZONE 'Europe/London')::date), 'YYYY-MM-DD') AS "startsOn",
      (SELECT to_char(max(r."recordedAt") AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')
        FROM "EngagementRecord" r WHERE r."enrolmentId" = e.id AND r.minutes > 0) AS "lastActivityOn",
      t.minutes, t.completed, t.credited, t.required, t.alternative
    FROM page JOIN "Enrolment" e ON e.id = page.id JOIN "Cohort" c ON c.id = e."cohortId"
    LEFT JOIN "PeerGroup" g ON g.id = e."peerGroupId"
    CROSS JOIN LATERAL (
      SELECT array_agg(coalesce(em."minutesRecorded", 0) ORDER BY m.number) AS minutes,
        array_agg(em."completedAt" IS NOT NULL ORDER BY m.number) AS completed,
        array_agg(coalesce(em.credited, false) ORDER BY m.number) AS credited,
        array_agg(coalesce(em.required, false) ORDER BY m.number) AS required,
        array_agg(coalesce(a.minutes, 0) ORDER BY m.number) AS alternative
      FROM "Milestone" m LEFT JOIN "EnrolmentMilestone" em ON em."milestoneId" = m.id AND em."enrolmentId" = e.id
      LEFT JOIN "AlternativeActivity" a ON a."milestoneId" = m.id AND a."enrolmentId" = e.id
        AND a.state IN ('agreed', 'handed_in', 'sent_back')
      WHERE m."cohortId" = ${cohortId}::uuid
    ) t
    ORDER BY page.place`;
}

type Item = RouteMapMilestone & { id: string };

/** Somebody as the lists show them on a day. A cohort without milestones has nothing to tally. */
export function rowOf(
  person: Person,
  milestones: readonly Item[],
  today: PlainDate,
  thresholdPercent: number,
): EngagementRow {
  const { minutes, completed, credited, required, alternative, startsOn, peerGroupId: _, ...shown } = person;
  const facts = milestones.map((milestone, index) => ({
    ...milestone,
    tally: {
      minutesRecorded: minutes?.[index] ?? 0,
      completed: completed?.[index] ?? false,
      credited: credited?.[index] ?? false,
      required: required?.[index] ?? false,
    },
    alternative: alternative?.[index] ? { state: "agreed" as const, minutes: alternative[index] } : null,
  }));
  const figures = engagement(facts, today, thresholdPercent);
  const passed = reached(figures);
  const states = facts
    .filter(({ counts }) => counts)
    .map((each) => whileAway(milestoneState(each, today, passed), shown.state));
  const overdueCount = states.filter((state) => state === "overdue").length;
  const { state, lastActivityOn } = shown;
  const alerts = alertsOf({ milestones: facts, thresholdPercent, state, startsOn, lastActivityOn }, today);
  return { ...shown, engagement: figures, states, overdueCount, alerts };
}
