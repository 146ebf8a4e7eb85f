import "server-only";
import { type Actor, managedCohorts } from "../auth/actor";
import { dayInLondon, shortDate } from "../dates";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { LISTED, type TodayItem, type Urgency } from "../today";
import { standings } from "./cohort-mentors";

type Attention = "bouncing" | "silent" | "missing";

const WORDS: Record<Attention, { urgency: Urgency; one: string; many: string }> = {
  bouncing: { urgency: "now", one: "E-mails to the mentor bounce", many: "mentors’ e-mails bounce" },
  silent: { urgency: "soon", one: "The mentor is silent", many: "mentors are silent" },
  missing: { urgency: "soon", one: "No mentor is named", many: "participants have no mentor" },
};

type Row = {
  enrolmentId: string;
  cohortId: string;
  cohortName: string;
  fullName: string;
  standing: Attention;
  since: Date | null;
  total: number;
};

/** Mentors that bounce, are silent or missing, in the cohorts one manages. One query. */
export async function todayFor(actor: Actor, at: Date): Promise<TodayItem[]> {
  const managed = managedCohorts(actor);
  if (managed !== "all" && managed.length === 0) return [];
  const scope =
    managed === "all" ? Prisma.sql`true` : Prisma.sql`e."cohortId" = ANY(${[...managed]}::uuid[])`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT listed.*, p."shortName" || ' ' || c.name AS "cohortName" FROM (
      SELECT each.*, (count(*) OVER same)::int AS total,
        row_number() OVER (same ORDER BY each.since NULLS LAST, each."fullName", each."enrolmentId") AS place
      FROM (${standings(scope, at)}) each WHERE standing IN ('bouncing', 'silent', 'missing')
      WINDOW same AS (PARTITION BY each."cohortId", each.standing)
    ) listed
    JOIN "Cohort" c ON c.id = listed."cohortId" AND c."archivedAt" IS NULL
    JOIN "Programme" p ON p.id = c."programmeId"
    WHERE place <= ${LISTED}`;
  return rows.map(({ enrolmentId, cohortId, cohortName, fullName, standing, since, total }) => {
    const { urgency, one, many } = WORDS[standing];
    const list = `/staff/cohorts/${cohortId}/mentors`;
    return {
      kind: "mentor",
      id: enrolmentId,
      urgency,
      at: since ?? at,
      title: `${one}: ${fullName}`,
      detail: cohortName,
      when: since ? `asked on ${shortDate(dayInLondon(since))}` : "",
      href: `${list}/${enrolmentId}`,
      group: {
        key: `${cohortId} ${standing}`,
        total,
        title: `${total} ${many}`,
        href: `${list}?show=${standing}`,
      },
    };
  });
}
