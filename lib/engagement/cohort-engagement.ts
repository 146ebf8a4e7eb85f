import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon, type PlainDate } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import { milestonesOf } from "../route-map/queries";
import { SHORT_WORDS } from "../route-map/schema";
import { type Person, pageOf, scopeOf } from "./cohort-page";
import { engagement, milestoneState, reached, whileAway } from "./progress";
import {
  type CohortEngagement,
  ENGAGEMENT_PAGE_SIZE,
  type EngagementQuestion,
  type EngagementRow,
  type MilestoneFacts,
} from "./schema";

/**
 * A page of a cohort's engagement for those who manage it; null for everybody else. Four queries, whatever the
 * size of the cohort: the figures of a page's people are derived as the participant's own are; the database
 * derives only what it sorts by.
 */
export async function cohortEngagement(
  actor: Actor,
  cohortId: string,
  question: EngagementQuestion,
  at: Date,
): Promise<CohortEngagement | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const cohort = await db.$queryRaw<
    { name: string; slug: string; programmeShortName: string; thresholdPercent: number }[]
  >`
    SELECT c.name, c.slug, p."shortName" AS "programmeShortName", p."engagementThresholdPercent" AS "thresholdPercent"
    FROM "Cohort" c JOIN "Programme" p ON p.id = c."programmeId" WHERE c.id = ${cohortId}::uuid`;
  const [facts] = cohort;
  if (!facts) return null;
  const today = dayInLondon(at);
  const scope = scopeOf(cohortId, question.q);
  const [milestones, [{ total } = { total: 0 }]] = await Promise.all([
    milestonesOf(cohortId),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "Enrolment" e WHERE ${scope}`,
  ]);
  const pages = Math.max(1, Math.ceil(total / ENGAGEMENT_PAGE_SIZE));
  const page = Math.min(question.page, pages);
  const people = await pageOf(scope, { ...question, page }, cohortId, today);
  return {
    cohort: { id: cohortId, ...facts },
    columns: milestones
      .filter(({ counts }) => counts)
      .map(({ id, number, module, kind, title }) => ({
        milestoneId: id,
        number,
        module,
        short: shortTitle(kind, title, module),
        title,
      })),
    rows: people.map((person) => rowOf(person, milestones, today, facts.thresholdPercent)),
    total,
    page,
    pages,
    question: { ...question, page },
  };
}

type Column = Omit<MilestoneFacts, "tally">;

/** "Study 1", "Grp 2": the kind in short with the number in its title, else its module's. */
function shortTitle(kind: Column["kind"], title: string, module: number | null): string {
  const number = /\s(\d+)$/.exec(title)?.[1] ?? module;
  return number ? `${SHORT_WORDS[kind]} ${number}` : SHORT_WORDS[kind];
}

function rowOf(
  person: Person,
  milestones: Column[],
  today: PlainDate,
  thresholdPercent: number,
): EngagementRow {
  const { minutes, completed, credited, required, alternative, ...shown } = person;
  const facts = milestones.map((milestone, index) => ({
    ...milestone,
    tally: {
      minutesRecorded: minutes[index] ?? 0,
      completed: completed[index] ?? false,
      credited: credited[index] ?? false,
      required: required[index] ?? false,
    },
    alternative: alternative[index] ? { state: "agreed" as const, minutes: alternative[index] } : null,
  }));
  const figures = engagement(facts, today, thresholdPercent);
  const passed = reached(figures);
  const states = facts
    .filter(({ counts }) => counts)
    .map((each) => whileAway(milestoneState(each, today, passed), shown.state));
  const overdueCount = states.filter((state) => state === "overdue").length;
  return { ...shown, engagement: figures, states, overdueCount };
}
