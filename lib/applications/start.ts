import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { takesApplications } from "../cohorts/situation";
import { PUBLIC_COHORT } from "../cohorts/states";
import { dayInLondon, plainDate } from "../dates";
import { inTransaction, uniqueViolation } from "../db";
import { NotFound, WrongState } from "../errors";
import { isId, newReference } from "../ids";
import { LIVE } from "./states";

/**
 * Starts an application to a cohort that takes applications today, and answers its reference. Somebody who has a
 * live one there gets that one's: a second click, or a second tab, makes no second application.
 * @throws NotFound for an unknown cohort, WrongState for one that is not open.
 */
export async function startApplication(actor: Actor, input: { cohortId: string }, at: Date): Promise<string> {
  const { cohortId } = input;
  if (!isId(cohortId)) throw new NotFound();
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(actor, cohortId, at);
    } catch (error) {
      // Another tab was quicker, or the reference was taken: either way the next try settles it.
      if (attempt === 5 || !uniqueViolation(error)) throw error;
    }
  }
}

async function startOnce(actor: Actor, cohortId: string, at: Date): Promise<string> {
  return inTransaction(async (tx) => {
    const live = await tx.application.findFirst({
      where: { userId: actor.userId, cohortId, state: { in: [...LIVE] } },
      select: { reference: true },
    });
    if (live) return live.reference;
    const cohort = await tx.cohort.findFirst({
      where: { id: cohortId, ...PUBLIC_COHORT, programme: { publishedAt: { not: null } } },
      select: { applicationsOpen: true, applicationsClose: true, programme: { select: { shortName: true } } },
    });
    if (!cohort) throw new NotFound();
    const days = {
      applicationsOpen: cohort.applicationsOpen && plainDate(cohort.applicationsOpen),
      applicationsClose: cohort.applicationsClose && plainDate(cohort.applicationsClose),
    };
    if (!takesApplications(days, dayInLondon(at))) {
      throw new WrongState("This cohort does not take applications at the moment.");
    }
    const { id, reference } = await tx.application.create({
      data: {
        reference: newReference(cohort.programme.shortName),
        userId: actor.userId,
        cohortId,
        state: "draft",
        fullName: actor.name,
        createdAt: at,
        updatedAt: at,
        transitions: { create: { toState: "draft", byId: actor.userId, at } },
      },
      select: { id: true, reference: true },
    });
    const fact = { action: "application.started", subjectType: "application", subjectId: id, cohortId };
    await recordAudit(tx, actor, fact, at);
    return reference;
  });
}
