import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, type PlainDate, plainDate } from "../dates";
import type { Prisma } from "../generated/prisma/client";
import { readByDay } from "./deadlines";
import { reviewFacts, scoreFor } from "./review-facts";
import { UNDECIDED } from "./states";
import type { QueueRow } from "./views-queue";
import { waitingOn } from "./waiting-on";

/** A line of the queue: what is read for it, and what it shows. */

export const rowSelect = {
  id: true,
  reference: true,
  fullName: true,
  workplace: true,
  fundingRoute: true,
  state: true,
  submittedAt: true,
  cohortId: true,
  school: { select: { region: true, phase: true } },
  offers: { where: { outcome: null }, select: { answerBy: true } },
  endorsements: { select: { endedAt: true, outcome: true } },
  ...reviewFacts,
} as const satisfies Prisma.ApplicationSelect;
export type QueueFacts = Prisma.ApplicationGetPayload<{ select: typeof rowSelect }>;

export function toRow(row: QueueFacts, actor: Actor, cohorts: QueueCohort[], today: PlainDate): QueueRow {
  const { id, reference, fullName, workplace, fundingRoute, state, school } = row;
  const cohort = cohorts.find((each) => each.id === row.cohortId);
  const submittedOn = row.submittedAt && dayInLondon(row.submittedAt);
  const promised = state === "submitted" || state === "under_review";
  const promisedBy = submittedOn && promised ? readByDay(submittedOn) : null;
  const offer = row.offers[0];
  return {
    ...{ id, reference, fullName, workplace, fundingRoute, state, submittedOn, promisedBy },
    region: school?.region ?? null,
    phase: school?.phase ?? null,
    cohortName: cohort?.name ?? "",
    answerBy: offer ? plainDate(offer.answerBy) : null,
    undecided: UNDECIDED.includes(state),
    late: promisedBy !== null && promisedBy < today,
    waitingOn: waitingOn({ state, endorsements: row.endorsements, placeFree: cohort?.placeFree ?? false }),
    ...scoreFor(actor, row),
    maxScore: cohort?.maxScore ?? 0,
  };
}

/** What every line of a cohort needs of it. */
export type QueueCohort = { id: string; name: string; placeFree: boolean; maxScore: number };
