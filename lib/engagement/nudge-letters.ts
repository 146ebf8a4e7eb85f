import "server-only";
import { dayInLondon } from "../dates";
import type { db, Tx } from "../db";
import { FieldProblem } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { milestonesOf } from "../route-map/queries";
import { type Person, peopleRows, rowOf } from "./cohort-people";
import { merged, type NudgeInput, type NudgeLetterView, type NudgePreview } from "./schema-nudges";
import { toDateSentence } from "./sentences";

const AWAY = {
  deferred: "has deferred",
  withdrawn: "has withdrawn",
  completed: "has completed the programme",
  transferred: "has moved to another cohort",
} as const;

type Address = { id: string; email: string; ended: boolean; line: number; contact: string };

/**
 * What each of these of a cohort would read, in the order chosen, and who gets nothing and why; whoever is not of the
 * cohort is not there at all. Five queries, whatever the number.
 */
export async function nudgeLetters(
  from: typeof db | Tx,
  cohortId: string,
  { to, subject, body }: Pick<NudgeInput, "to" | "subject" | "body">,
  at: Date,
): Promise<NudgePreview> {
  const page = Prisma.sql`
    SELECT e.id, p.place FROM unnest(${to}::uuid[]) WITH ORDINALITY AS p(id, place)
    JOIN "Enrolment" e ON e.id = p.id WHERE e."cohortId" = ${cohortId}::uuid`;
  const people = await from.$queryRaw<Person[]>(peopleRows(page, cohortId));
  const addresses = await from.$queryRaw<Address[]>`
    SELECT e.id, u.email, u."accessEndedAt" IS NOT NULL AS ended, p."engagementThresholdPercent" AS line,
      p."contactEmail" AS contact
    FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" JOIN "Cohort" c ON c.id = e."cohortId"
    JOIN "Programme" p ON p.id = c."programmeId" WHERE e.id = ANY(${to}::uuid[])`;
  const choices = await choicesToMake(from, to, at);
  const milestones = await milestonesOf(cohortId, from);
  const counting = milestones.filter(({ counts }) => counts);
  const address = new Map(addresses.map((each) => [each.id, each]));
  const found: NudgePreview = { letters: [], left: [] };
  for (const person of people) {
    const { enrolmentId, fullName, state } = person;
    const { email = "", line = 0, contact = "", ended = false } = address.get(enrolmentId) ?? {};
    if (state !== "active" || ended) {
      found.left.push({ fullName, why: state === "active" ? "cannot sign in any more" : AWAY[state] });
      continue;
    }
    const row = rowOf(person, milestones, dayInLondon(at), line);
    const overdue = counting.flatMap(({ title }, index) => (row.states[index] === "overdue" ? [title] : []));
    const words = {
      "first name": fullName.split(" ")[0] ?? fullName,
      overdue: named(overdue),
      engagement: toDateSentence(row.engagement),
      "places to choose": named(choices.get(enrolmentId) ?? []),
      contact,
    };
    found.letters.push({
      ...{ enrolmentId, fullName, to: email },
      subject: merged(subject, words),
      text: merged(body, words),
    });
  }
  return found;
}

/** Before it is read as before it is sent: what is shown can be sent. @throws FieldProblem on `subject` or `body` */
export function refuseTooLong(letters: readonly NudgeLetterView[]): void {
  for (const { subject, text } of letters) {
    if (subject.length > 200)
      throw new FieldProblem("subject", "Shorten the subject: filled in, it is too long");
    if (text.length > 8_000)
      throw new FieldProblem("body", "Shorten the words: filled in, they are too long");
  }
}

const named = (titles: readonly string[]) =>
  titles.length > 0 ? titles.join(", ") : "nothing at the moment";

/** By enrolment, the milestones of which a place has still to be chosen: none held, none waited for. One query. */
async function choicesToMake(from: typeof db | Tx, enrolmentIds: readonly string[], at: Date) {
  const rows = await from.$queryRaw<{ id: string; titles: string[] }[]>`
    SELECT em."enrolmentId" AS id, array_agg(m.title ORDER BY m.number) AS titles
    FROM "EnrolmentMilestone" em JOIN "Milestone" m ON m.id = em."milestoneId"
    WHERE em."enrolmentId" = ANY(${[...enrolmentIds]}::uuid[]) AND em.required AND em."completedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Event" v WHERE v."milestoneId" = m.id AND v."byChoice"
        AND v."cancelledAt" IS NULL AND v."startsAt" > ${at})
      AND NOT EXISTS (SELECT 1 FROM "EventPlace" p WHERE p."milestoneId" = m.id
        AND p."enrolmentId" = em."enrolmentId" AND p.state IN ('held', 'waiting'))
    GROUP BY em."enrolmentId"`;
  return new Map(rows.map(({ id, titles }) => [id, titles]));
}
