import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { missing, proposable } from "./facts";
import { offeredOptions } from "./options";
import type { MyAlternative, MyAlternatives } from "./schema";
import { isLive, whyNot } from "./states";

/** An alternative with its steps, as everybody who may see it does. */
export const WHOLE = {
  id: true,
  state: true,
  title: true,
  plan: true,
  minutes: true,
  did: true,
  learned: true,
  doneOn: true,
  steps: {
    select: { toState: true, at: true, words: true, by: { select: { name: true } } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  },
} as const satisfies Prisma.AlternativeActivitySelect;

export function wholeOf(row: Prisma.AlternativeActivityGetPayload<{ select: typeof WHOLE }>): MyAlternative {
  return {
    ...row,
    doneOn: row.doneOn && plainDate(row.doneOn),
    steps: row.steps.map(({ toState, at, words, by }) => ({
      toState,
      words,
      by: by.name,
      on: dayInLondon(at),
    })),
  };
}

/** What the viewer can do, and has done, about one of their milestones; null when it is not theirs. Four queries. */
export async function myAlternatives(
  actor: Actor,
  milestoneId: string,
  at: Date,
): Promise<MyAlternatives | null> {
  if (!isId(milestoneId)) return null;
  const facts = await proposable(db, actor, milestoneId, at);
  if (!facts) return null;
  const [rows, options] = await Promise.all([
    db.alternativeActivity.findMany({
      where: { enrolmentId: facts.enrolmentId, milestoneId },
      select: WHOLE,
      orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    }),
    offeredOptions(facts.programmeId, facts.kind),
  ]);
  const all = rows.map(wholeOf);
  return {
    all,
    live: all.find(({ state }) => isLive(state)) ?? null,
    whyNot: whyNot(facts, dayInLondon(at)),
    most: missing(facts),
    options,
    until: facts.until,
  };
}
