import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon } from "../dates";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import {
  MENTOR_STANDING_WORDS,
  MENTOR_STANDINGS,
  MENTORS_PAGE_SIZE,
  type MentorStanding,
  type MentorsQuestion,
  mentorsQuestion,
  NEEDS_STAFF,
} from "./schema";
import { SILENT_DAYS } from "./states";
import type { CohortMentors } from "./views";

type Row = {
  enrolmentId: string;
  fullName: string;
  workplace: string;
  mentorName: string | null;
  mentorJob: string | null;
  standing: MentorStanding;
  waiting: number;
  since: Date | null;
  lastSentAt: Date | null;
};

/**
 * How each active participant's mentor stands: there is none; the newest e-mail to them was given up; something they
 * were asked for has waited for 14 days; staff have withdrawn the link; something waits; nothing does. The scope is a
 * condition on the enrolment `e`.
 */
export const standings = (scope: Prisma.Sql, at: Date) => Prisma.sql`
  SELECT e.id AS "enrolmentId", e."cohortId", e."fullName", e.workplace, m.name AS "mentorName", m."jobTitle" AS "mentorJob",
    coalesce(asked.waiting, 0) AS waiting, asked.since, sent."lastSentAt",
    CASE WHEN m.id IS NULL THEN 'missing'
      WHEN mc."linkWithdrawnAt" IS NOT NULL THEN 'withdrawn'
      WHEN mail.dead THEN 'bouncing'
      WHEN asked.since <= ${new Date(at.getTime() - SILENT_DAYS * 86_400_000)} THEN 'silent'
      WHEN asked.waiting > 0 THEN 'asked'
      ELSE 'fine' END AS standing
  FROM "Enrolment" e
  LEFT JOIN "NpqMentor" m ON m."enrolmentId" = e.id AND m."endedAt" IS NULL
  LEFT JOIN "MentorContact" mc ON mc."mentorId" = m.id
  LEFT JOIN LATERAL (
    SELECT o."deadAt" IS NOT NULL AS dead FROM "OutboxMessage" o WHERE o."toAddress" = m.email
    ORDER BY o."createdAt" DESC, o.id DESC LIMIT 1
  ) mail ON true
  LEFT JOIN LATERAL (
    SELECT max(l."sentAt") AS "lastSentAt" FROM "MentorLink" l WHERE l.email = m.email
  ) sent ON true
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS waiting, min(a."askedAt") AS since
    FROM "MentorAsking" a
    JOIN "Milestone" s ON s.id = a."milestoneId"
    JOIN "EnrolmentMilestone" em ON em."enrolmentId" = e.id AND em."milestoneId" = s.id
    LEFT JOIN "CheckIn" ci ON ci."enrolmentId" = e.id AND ci."milestoneId" = s.id
    WHERE a."mentorId" = m.id AND em."completedAt" IS NULL AND em.required
      AND (s.kind = 'impact_report' OR ci.state = 'sent')
  ) asked ON true
  WHERE ${scope} AND e.state = 'active'`;

const ofCohort = (cohortId: string) => Prisma.sql`e."cohortId" = ${cohortId}::uuid`;

/** A page of a cohort's mentors, for those who manage it; null for everybody else. Two queries. */
export async function cohortMentors(
  actor: Actor,
  cohortId: string,
  question: MentorsQuestion,
  at: Date,
): Promise<CohortMentors | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const shown = shownBy(question.show);
  const skip = (question.page - 1) * MENTORS_PAGE_SIZE;
  const [counted, rows] = await Promise.all([
    db.$queryRaw<{ standing: MentorStanding; count: number }[]>`
      SELECT standing, count(*)::int AS count FROM (${standings(ofCohort(cohortId), at)}) each GROUP BY standing`,
    mentorsFrom(cohortId, question.show, at, skip, MENTORS_PAGE_SIZE),
  ]);
  const counts = Object.fromEntries(
    MENTOR_STANDINGS.map((standing) => [
      standing,
      counted.find((each) => each.standing === standing)?.count ?? 0,
    ]),
  ) as CohortMentors["counts"];
  const total = shown.reduce((sum, standing) => sum + counts[standing], 0);
  return {
    rows,
    counts,
    page: question.page,
    pages: Math.max(1, Math.ceil(total / MENTORS_PAGE_SIZE)),
  };
}

/** Those of a view in its order, from a place on; the caller authorises. One query. */
async function mentorsFrom(
  cohortId: string,
  show: MentorsQuestion["show"],
  at: Date,
  skip: number,
  take: number,
): Promise<CohortMentors["rows"]> {
  const shown = shownBy(show);
  const rows = await db.$queryRaw<Row[]>`
    SELECT "enrolmentId", "fullName", workplace, "mentorName", "mentorJob", standing, waiting, since, "lastSentAt"
    FROM (${standings(ofCohort(cohortId), at)}) each WHERE standing = ANY(${shown})
    ORDER BY array_position(${shown}, standing), since NULLS LAST, "fullName", "enrolmentId"
    LIMIT ${take} OFFSET ${skip}`;
  return rows.map(({ since, lastSentAt, ...row }) => ({
    ...row,
    since: since && dayInLondon(since),
    lastSentOn: lastSentAt && dayInLondon(lastSentAt),
  }));
}

const COLUMNS: readonly ListColumn<CohortMentors["rows"][number]>[] = [
  { heading: "Participant", width: 26, cell: ({ fullName }) => fullName },
  { heading: "School or trust", width: 34, cell: ({ workplace }) => workplace },
  { heading: "Mentor", width: 26, cell: ({ mentorName }) => mentorName },
  { heading: "Mentor’s job title", width: 26, cell: ({ mentorJob }) => mentorJob },
  { heading: "Standing", width: 24, cell: ({ standing }) => MENTOR_STANDING_WORDS[standing] },
  { heading: "Things that wait", cell: ({ waiting }) => waiting },
  { heading: "Asked on", cell: ({ since }) => since && { day: since } },
  { heading: "Last e-mail on", cell: ({ lastSentOn }) => lastSentOn && { day: lastSentOn } },
];

/** The mentors of a cohort's view (`cohort=`), for those who manage it. */
export const mentorsList: ListOf = async (actor, query, at) => {
  const { cohort = "" } = query;
  const { show } = mentorsQuestion.parse(query);
  const list = await cohortMentors(actor, cohort, { show, page: 1 }, at);
  return (
    list &&
    listFile({
      title: "Mentors",
      columns: COLUMNS,
      cohortId: cohort,
      count: shownBy(show).reduce((sum, standing) => sum + list.counts[standing], 0),
      page: (skip, take) => mentorsFrom(cohort, show, at, skip, take),
    })
  );
};

function shownBy(show: MentorsQuestion["show"]): MentorStanding[] {
  if (show === "all") return [...MENTOR_STANDINGS];
  return show === "attention" ? [...NEEDS_STAFF] : [show];
}
