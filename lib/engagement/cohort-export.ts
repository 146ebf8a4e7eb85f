import "server-only";
import { dayInLondon } from "../dates";
import { readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import { type ListColumn, type ListOf, listFile, MOST_ROWS } from "../list-file";
import { milestonesOf } from "../route-map/queries";
import { type Person, peopleRows, rowOf } from "./cohort-people";
import { groupNames, managedCohort, summaryOrder, summaryScope } from "./cohort-scope";
import { type EngagementRow, engagementQuestion, REASON_WORDS } from "./schema";

const COLUMNS: readonly ListColumn<EngagementRow>[] = [
  { heading: "Participant", width: 26, cell: ({ fullName }) => fullName },
  { heading: "School or trust", width: 34, cell: ({ workplace }) => workplace },
  { heading: "State", cell: ({ state }) => state },
  { heading: "Group", width: 18, cell: ({ groupName }) => groupName },
  { heading: "Engagement to date, %", cell: ({ engagement }) => engagement.toDate.percent },
  { heading: "Overall, %", cell: ({ engagement }) => engagement.overall.percent },
  { heading: "Could reach, %", cell: ({ engagement }) => engagement.forecast.percent },
  { heading: "Overdue", cell: ({ overdueCount }) => overdueCount },
  {
    heading: "Last activity",
    width: 14,
    cell: ({ lastActivityOn }) => (lastActivityOn ? { day: lastActivityOn } : null),
  },
  {
    heading: "Reasons to get in touch",
    width: 50,
    cell: ({ alerts }) => alerts.map(({ reason }) => REASON_WORDS[reason]).join("; "),
  },
];

/** The engagement list of a cohort (`cohort=`) with its page's filters and order, for those who manage it. */
export const participantsList: ListOf = async (actor, { cohort: cohortId = "", ...query }, at) => {
  const today = dayInLondon(at);
  const cohort = await managedCohort(actor, cohortId, today);
  if (!cohort) return null;
  const question = engagementQuestion.parse(query);
  const [milestones, found] = await Promise.all([
    milestonesOf(cohortId),
    readRows<{ id: string }>(Prisma.sql`
      SELECT s."enrolmentId" AS id FROM "EngagementSummary" s ${groupNames(question)}
      WHERE ${summaryScope(cohortId, question)} ORDER BY ${summaryOrder(question)} LIMIT ${MOST_ROWS}`),
  ]);
  return listFile({
    title: "Participants",
    columns: COLUMNS,
    cohortId,
    ids: found.map(({ id }) => id),
    read: async (ids) => {
      const page = Prisma.sql`SELECT id, place FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS p(id, place)`;
      const people = await readRows<Person>(peopleRows(page, cohortId));
      const rows = people.map((person) => rowOf(person, milestones, today, cohort.thresholdPercent));
      return new Map(rows.map((row) => [row.enrolmentId, row]));
    },
  });
};
