import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { db, type Tx } from "../db";
import { isId } from "../ids";
import { balance } from "./balance";
import { digest } from "./digest";
import { type Participant, participantsFor } from "./facts";
import { type Report, reportOn } from "./report";
import { MOST, type PlanQuestion } from "./schema";
import { groupCount } from "./sizes";

/** A group of a plan: one that is there, or one that adopting it would make (no `id`). */
export type PlannedGroup = { id: string | null; name: string; members: Participant[] };
export type Plan = {
  groups: PlannedGroup[];
  /** Groups that are there and would be left empty. */
  emptied: string[];
  /** How many would be in another group than now. */
  moved: number;
  /** Names all that it was made from. */
  seen: string;
};

/**
 * The groups that the method makes of a cohort as it stands. "everybody" spreads all again over as many groups as the
 * size asks for, those that are there first, in the order of their names; "new" leaves everybody where they are and
 * adds those who are in none. The same people and groups give the same plan.
 */
export async function planFrom(tx: Tx, cohortId: string, { size, who }: PlanQuestion): Promise<Plan> {
  const people = await participantsFor(tx, cohortId);
  const there = await tx.peerGroup.findMany({
    where: { cohortId },
    select: { id: true, name: true, version: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const fewest = Math.ceil(people.length / MOST);
  const count = who === "everybody" ? groupCount(people.length, size) : Math.max(there.length, fewest, 1);
  const position = new Map(there.map(({ id }, at) => [id, at]));
  const kept = new Map<string, number>();
  if (who === "new") {
    for (const { id, peerGroupId } of people) {
      const at = position.get(peerGroupId ?? "");
      if (at !== undefined) kept.set(id, at);
    }
  }
  const byId = new Map(people.map((person) => [person.id, person]));
  const names = namesFor(there, count);
  const groups = balance(people, { count, kept }).map((ids, at) => ({
    id: there[at]?.id ?? null,
    name: names[at] ?? "",
    members: ids.flatMap((id) => byId.get(id) ?? []),
  }));
  const moved = groups.flatMap(({ id, members }) =>
    members.filter(({ peerGroupId }) => peerGroupId !== id || id === null),
  );
  const emptied = there.slice(count).map(({ name }) => name);
  return { groups, emptied, moved: moved.length, seen: digest([size, who, people, there]) };
}

/** Names of those that are there, then "Group 4" and on, passing over names that are taken. */
function namesFor(there: readonly { name: string }[], count: number): string[] {
  const names = there.slice(0, count).map(({ name }) => name);
  const taken = new Set(there.map(({ name }) => name));
  for (let number = 1; names.length < count; number++) {
    const name = `Group ${number}`;
    if (!taken.has(name)) names.push(name);
  }
  return names;
}

export type PlanPreview = Omit<Plan, "groups"> & { report: Report; people: number };

/** The plan to look at before it is adopted; null for those who do not manage the cohort. Four queries at most. */
export async function previewPlan(
  actor: Actor,
  cohortId: string,
  question: PlanQuestion,
): Promise<PlanPreview | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const { groups, ...plan } = await planFrom(db, cohortId, question);
  const everybody = groups.flatMap(({ members }) => members);
  return { ...plan, people: everybody.length, report: reportOn(groups, everybody) };
}
