import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dateColumn, dayInLondon } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { type ListColumn, type ListOf, listFile, MOST_ROWS } from "../list-file";
import { answersOf } from "./report-answers";
import { EXTENT_QUESTION, EXTENT_WORDS, REPORT_QUESTIONS } from "./schema";
import type { CohortReports, ReportRow, ReportView } from "./views";

/** Impact reports as staff read them: those that were sent in. Drafts are the mentors' own. */

const PAGE_SIZE = 50;

const select = {
  id: true,
  extent: true,
  changes: true,
  evidence: true,
  hindered: true,
  support: true,
  submittedAt: true,
  mentor: { select: { name: true, jobTitle: true } },
  enrolmentMilestone: {
    select: {
      enrolment: { select: { fullName: true, workplace: true } },
      milestone: { select: { title: true, module: true } },
    },
  },
} as const satisfies Prisma.ImpactReportSelect;
type Row = Prisma.ImpactReportGetPayload<{ select: typeof select }>;

const sentInOf = (cohortId: string) =>
  ({
    submittedAt: { not: null },
    enrolmentMilestone: { enrolment: { cohortId } },
  }) as const satisfies Prisma.ImpactReportWhereInput;
const ORDER = [
  { submittedAt: "desc" },
  { id: "desc" },
] as const satisfies Prisma.ImpactReportOrderByWithRelationInput[];

/** A page of a cohort's reports, the newest first, for those who manage it; null for everybody else. A fixed number of queries. */
export async function cohortReports(
  actor: Actor,
  cohortId: string,
  page: number,
  at: Date,
): Promise<CohortReports | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const where = sentInOf(cohortId);
  const [rows, total, inSoFar] = await Promise.all([
    db.impactReport.findMany({
      where,
      select,
      orderBy: [...ORDER],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
    db.impactReport.count({ where }),
    countIn(cohortId, at),
  ]);
  return { rows: rows.map(rowView), page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), inSoFar };
}

/** One report with all its words, for those who manage the cohort; null for everybody else. */
export async function impactReport(actor: Actor, cohortId: string, id: string): Promise<ReportView | null> {
  if (!isId(cohortId) || !isId(id) || !managesCohort(actor, cohortId)) return null;
  const row = await db.impactReport.findFirst({ where: { id, ...sentInOf(cohortId) }, select });
  if (!row) return null;
  return { ...rowView(row), answers: answersOf(row), title: row.enrolmentMilestone.milestone.title };
}

const COLUMNS: readonly ListColumn<Row>[] = [
  { heading: "Participant", width: 26, cell: (row) => rowView(row).fullName },
  { heading: "School or trust", width: 34, cell: (row) => rowView(row).workplace },
  { heading: "Mentor", width: 26, cell: (row) => rowView(row).mentorName },
  { heading: "Mentor’s job title", width: 26, cell: (row) => rowView(row).mentorJob },
  { heading: "Module", cell: (row) => rowView(row).module },
  { heading: "Sent in on", cell: (row) => ({ day: rowView(row).submittedOn }) },
  { heading: EXTENT_QUESTION, width: 26, cell: (row) => EXTENT_WORDS[rowView(row).extent] },
  ...REPORT_QUESTIONS.map(({ key, label }) => ({ heading: label, width: 60, cell: (row: Row) => row[key] })),
];

/** All of a cohort's reports (`cohort=`), for those who manage it. */
export const impactReportsList: ListOf = async (actor, { cohort = "" }) => {
  if (!isId(cohort) || !managesCohort(actor, cohort)) return null;
  const where = sentInOf(cohort);
  const found = await db.impactReport.findMany({
    where,
    select: { id: true },
    orderBy: [...ORDER],
    take: MOST_ROWS,
  });
  return listFile({
    title: "Impact reports",
    columns: COLUMNS,
    cohortId: cohort,
    ids: found.map(({ id }) => id),
    read: async (ids) => {
      const rows = await db.impactReport.findMany({ where: { id: { in: ids }, ...where }, select });
      return new Map(rows.map((row) => [row.id, row]));
    },
  });
};

function rowView(row: Row): ReportRow {
  const { enrolment, milestone } = row.enrolmentMilestone;
  // What was submitted is whole: the database sees to it.
  if (!row.extent || !row.submittedAt) throw new Error(`impact report ${row.id} is not whole`);
  return {
    id: row.id,
    ...enrolment,
    mentorName: row.mentor.name,
    mentorJob: row.mentor.jobTitle,
    module: milestone.module,
    submittedOn: dayInLondon(row.submittedAt),
    extent: row.extent,
  };
}

/** By module, how many reports are in, and how many are asked for: of active participants, once the window has opened. */
async function countIn(cohortId: string, at: Date): Promise<CohortReports["inSoFar"]> {
  const milestones = await db.milestone.findMany({
    where: { cohortId, kind: "impact_report", opensOn: { lte: dateColumn(dayInLondon(at)) } },
    select: {
      module: true,
      _count: { select: { enrolments: { where: { required: true, enrolment: { state: "active" } } } } },
      enrolments: {
        where: { completedAt: { not: null }, enrolment: { state: "active" } },
        select: { enrolmentId: true },
      },
    },
    orderBy: { number: "asc" },
  });
  return milestones.map(({ module, _count, enrolments }) => ({
    module,
    asked: _count.enrolments,
    submitted: enrolments.length,
  }));
}
