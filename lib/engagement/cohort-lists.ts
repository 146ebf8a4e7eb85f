import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, type PlainDate } from "../dates";
import { readRows } from "../db";
import { Prisma } from "../generated/prisma/client";
import { type ListColumn, type ListFile, type ListOf, listFile, MOST_ROWS } from "../list-file";
import { milestonesOf } from "../route-map/queries";
import { fullTitle, type RouteMapMilestone } from "../route-map/schema";
import { type AlertRow, MOST_URGENT } from "./cohort-alerts";
import { columnsOf } from "./cohort-engagement";
import { type Person, peopleRows, rowOf } from "./cohort-people";
import {
  groupNames,
  listedCohort,
  managedCohort,
  onlyGroupsOf,
  summaryOrder,
  summaryScope,
} from "./cohort-scope";
import { lastContacts } from "./contacts";
import { alertQuestion, type EngagementRow, engagementQuestion, REASON_WORDS, STATE_WORDS } from "./schema";
import { alertWords } from "./schema-alerts";
import { HOW_WORDS } from "./schema-contacts";
import { makeSummaries } from "./summaries";

/**
 * A cohort's people as files (`cohort=`): the heat map and the alerts for those who manage it, the engagement list as its
 * page shows it: to them all of it, to a facilitator the people of their groups.
 */

type Question = ReturnType<typeof engagementQuestion.parse>;
type Milestones = (RouteMapMilestone & { id: string })[];
type Opened<Row> = {
  title: string;
  /** The cohort for whoever may have the file. */
  cohortFor?: typeof managedCohort;
  /** Selects the `id` of each, in order. */
  which: (cohortId: string) => Prisma.Sql;
  columns: (milestones: Milestones, today: PlainDate) => readonly ListColumn<Row>[];
  /** What the rows of a part have besides. */
  more: (rows: EngagementRow[]) => Row[] | Promise<Row[]>;
};

/** Reads identifiers at once, and what stands in the file part by part, derived as the pages' own figures are. */
async function peopleList<Row extends EngagementRow>(
  actor: Actor,
  cohortId: string,
  at: Date,
  { title, cohortFor = managedCohort, which, columns, more }: Opened<Row>,
): Promise<ListFile | null> {
  const today = dayInLondon(at);
  const cohort = await cohortFor(actor, cohortId, today);
  if (!cohort) return null;
  // A file cannot say that it is partly of an earlier time: it waits.
  if (!cohort.upToDate) await makeSummaries(cohortId, today);
  const [milestones, found] = await Promise.all([
    milestonesOf(cohortId),
    readRows<{ id: string }>(Prisma.sql`${which(cohortId)} LIMIT ${MOST_ROWS}`),
  ]);
  return listFile({
    title,
    columns: columns(milestones, today),
    cohortId,
    ids: found.map(({ id }) => id),
    read: async (ids) => {
      const page = Prisma.sql`SELECT id, place FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS p(id, place)`;
      const people = await readRows<Person>(peopleRows(page, cohortId));
      const rows = people.map((person) => rowOf(person, milestones, today, cohort.thresholdPercent));
      return new Map((await more(rows)).map((row) => [row.enrolmentId, row]));
    },
  });
}

/** Those of a view of the engagement list, in its order; with `facilitator`, of the groups that are theirs. */
const listed = (question: Question, facilitator: string | null) => (cohortId: string) =>
  Prisma.sql`
  SELECT s."enrolmentId" AS id FROM "EngagementSummary" s ${groupNames(question)}
  WHERE ${summaryScope(cohortId, question, facilitator)} ORDER BY ${summaryOrder(question)}`;

const WHO: readonly ListColumn<EngagementRow>[] = [
  { heading: "Participant", width: 26, cell: ({ fullName }) => fullName },
  { heading: "School or trust", width: 34, cell: ({ workplace }) => workplace },
  { heading: "State", cell: ({ state }) => state },
  { heading: "Group", width: 18, cell: ({ groupName }) => groupName },
  { heading: "Engagement to date, %", cell: ({ engagement }) => engagement.toDate.percent },
];

const PARTICIPANTS: readonly ListColumn<EngagementRow>[] = [
  ...WHO,
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

/** The engagement list with its page's filters and order. */
export const participantsList: ListOf = (actor, { cohort = "", ...query }, at) =>
  peopleList(actor, cohort, at, {
    title: "Participants",
    cohortFor: listedCohort,
    which: listed(engagementQuestion.parse(query), onlyGroupsOf(actor, cohort)),
    columns: () => PARTICIPANTS,
    more: (rows) => rows,
  });

/** The heat map with its page's filters and order: a column for each milestone that counts, with its state in words. */
export const heatMapList: ListOf = (actor, { cohort = "", ...query }, at) =>
  peopleList(actor, cohort, at, {
    title: "Heat map",
    which: listed(engagementQuestion.parse(query), null),
    columns: (milestones) => [
      ...WHO,
      ...columnsOf(milestones).map((column, index) => ({
        heading: fullTitle(column),
        width: 16,
        cell: ({ states }: EngagementRow) => STATE_WORDS[states[index] ?? "not_required"],
      })),
    ],
    more: (rows) => rows,
  });

const alertColumns = (today: PlainDate): readonly ListColumn<AlertRow>[] => [
  ...WHO,
  {
    heading: "Why",
    width: 50,
    cell: (row) => row.alerts.map((alert) => alertWords(alert, row, today)).join("; "),
  },
  {
    heading: "Since",
    cell: ({ alerts }) => {
      const [first] = alerts.map(({ since }) => since).sort();
      return first && { day: first };
    },
  },
  { heading: "Last contact by", width: 24, cell: ({ contact }) => contact?.by },
  { heading: "How", cell: ({ contact }) => contact && HOW_WORDS[contact.how] },
  { heading: "On", cell: ({ contact }) => contact && { day: contact.happenedOn } },
  { heading: "What came of it", width: 50, cell: ({ contact }) => contact?.outcome },
  { heading: "Next contact", cell: ({ contact }) => contact?.nextOn && { day: contact.nextOn } },
];

/** The early alerts of a view, the most urgent first, each with the last contact. */
export const alertsList: ListOf = (actor, { cohort = "", ...query }, at) =>
  peopleList<AlertRow>(actor, cohort, at, {
    title: "Early alerts",
    which: (cohortId) => {
      const { show } = alertQuestion.parse(query);
      return Prisma.sql`SELECT s."enrolmentId" AS id FROM "EngagementSummary" s
        WHERE ${summaryScope(cohortId, { q: "", state: "", group: "", show })} AND s.urgency > 0 ORDER BY ${MOST_URGENT}`;
    },
    columns: (_, today) => alertColumns(today),
    more: async (rows) => {
      const contacts = await lastContacts(rows.map(({ enrolmentId }) => enrolmentId));
      return rows.map((row) => ({ ...row, contact: contacts.get(row.enrolmentId) ?? null }));
    },
  });
