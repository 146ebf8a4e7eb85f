import "server-only";
import { recordAudit } from "../audit/record";
import type { Actor } from "../auth/actor";
import { takesApplications } from "../cohorts/situation";
import { PUBLIC_COHORT } from "../cohorts/states";
import { dayInLondon, plainDate } from "../dates";
import { inTransaction, type Tx, uniqueViolation } from "../db";
import { NotFound, WrongState } from "../errors";
import { isId, newReference } from "../ids";
import { answerColumns, askedColumns } from "./answers-row";
import { ownApplication } from "./find";
import { CARRIABLE, LIVE } from "./states";

/**
 * Begins an application to a cohort that is open from one of the same programme that has ended, with its answers
 * filled in; not with its declarations, which are made anew, nor with its sponsor's endorsement. Answers its
 * reference. A second click gets the first one's.
 * @throws WrongState for an application that has not ended, a cohort that is not open, or one the person has applied
 * to already; NotFound for a cohort of another programme.
 */
export async function carryOver(
  actor: Actor,
  input: { reference: string; cohortId: string },
  at: Date,
): Promise<string> {
  if (!isId(input.cohortId)) throw new NotFound();
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction((tx) => carryOnce(tx, actor, input, at));
    } catch (error) {
      // Another tab was quicker, or the reference was taken: either way the next try settles it.
      if (attempt === 5 || !uniqueViolation(error)) throw error;
    }
  }
}

async function carryOnce(
  tx: Tx,
  actor: Actor,
  { reference, cohortId }: { reference: string; cohortId: string },
  at: Date,
): Promise<string> {
  const source = await ownApplication(tx, actor, reference);
  if (!CARRIABLE.includes(source.state))
    throw new WrongState("Only an application that has ended can be carried over.");
  const cohort = await openCohort(tx, cohortId, source.cohort.programme.slug, at);
  const live = await tx.application.findFirst({
    where: { userId: actor.userId, cohortId, state: { in: [...LIVE] } },
    select: { reference: true, carriedFromId: true },
  });
  if (live?.carriedFromId === source.id) return live.reference;
  if (live) throw new WrongState(`You have an application to ${cohort.name} already: ${live.reference}.`);
  const { statements, needs, declarations: _made, ...answers } = await answersOf(tx, source.id);
  const asked = new Set(cohort.programme.prompts.map(({ key }) => key));
  const made = await tx.application.create({
    data: {
      ...answers,
      residentialPlace: stillThere(answers.residentialPlace, cohort.programme.residentialPlaces),
      reference: newReference(cohort.programme.shortName),
      userId: actor.userId,
      cohortId,
      state: "draft",
      carriedFromId: source.id,
      createdAt: at,
      updatedAt: at,
      statements: { create: statements.filter(({ promptKey }) => asked.has(promptKey)) },
      ...(needs ? { needs: { create: { ...needs, savedAt: at } } } : {}),
      transitions: { create: { toState: "draft", byId: actor.userId, at } },
    },
    select: { id: true, reference: true },
  });
  const fact = { action: "application.carried_over", subjectType: "application", subjectId: made.id };
  await recordAudit(tx, actor, { ...fact, cohortId, after: { from: source.id } }, at);
  return made.reference;
}

const stillThere = (place: string | null, places: string[]) =>
  place && places.includes(place) ? place : null;

async function answersOf(tx: Tx, id: string) {
  return tx.application.findUniqueOrThrow({
    where: { id },
    select: { ...answerColumns, needs: { select: { access: true, dietary: true } } },
  });
}

async function openCohort(tx: Tx, id: string, slug: string, at: Date) {
  const cohort = await tx.cohort.findFirst({
    where: { id, ...PUBLIC_COHORT, programme: { slug, publishedAt: { not: null } } },
    select: {
      name: true,
      applicationsOpen: true,
      applicationsClose: true,
      programme: { select: { shortName: true, ...askedColumns } },
    },
  });
  if (!cohort) throw new NotFound();
  const { applicationsOpen: from, applicationsClose: to } = cohort;
  const days = { applicationsOpen: from && plainDate(from), applicationsClose: to && plainDate(to) };
  if (!takesApplications(days, dayInLondon(at)))
    throw new WrongState(`${cohort.name} does not take applications at the moment.`);
  return cohort;
}
