import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { db } from "../db";
import { isId } from "../ids";
import { type EventChoices, MET_FOR } from "./schema";

const byName = { orderBy: { name: "asc" } } as const;

/** What an event of that cohort can be for, who can be expected and who can run it; null for who may not add one. */
export async function eventChoices(actor: Actor, cohortId: string): Promise<EventChoices | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const [milestones, groups, facilitators] = await Promise.all([
    db.milestone.findMany({
      where: { cohortId, kind: { in: [...MET_FOR] } },
      select: { id: true, title: true, module: true },
      orderBy: { number: "asc" },
    }),
    db.peerGroup.findMany({ where: { cohortId }, select: { id: true, name: true }, ...byName }),
    db.user.findMany({
      where: { accessEndedAt: null, roles: { some: { role: "facilitator", endedAt: null } } },
      select: { id: true, name: true },
      ...byName,
    }),
  ]);
  return {
    milestones: milestones.map(({ id, title, module }) => ({
      value: id,
      label: module ? `${title} (module ${module})` : title,
    })),
    groups: groups.map(({ id, name }) => ({ value: id, label: name })),
    facilitators: facilitators.map(({ id, name }) => ({ value: id, label: name || "No name given" })),
  };
}
