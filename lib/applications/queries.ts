import "server-only";
import type { Actor } from "../auth/actor";
import { takesApplications } from "../cohorts/situation";
import { dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { answerColumns, askedColumns, toAnswers } from "./answers-row";
import { readByDay, turnOf } from "./deadlines";
import { staffScope } from "./policy";
import type { Step } from "./schema-pages";
import { stepsOf } from "./sections";
import type { ApplicationForReview, ApplicationView, MyApplication } from "./views";

const day = (date: Date | null) => (date ? plainDate(date) : null);
const liveOffer = { where: { outcome: null }, select: { fundedPlace: true, answerBy: true } } as const;

const view = {
  id: true,
  reference: true,
  state: true,
  version: true,
  ...answerColumns,
  submittedAt: true,
  cohort: {
    select: {
      id: true,
      name: true,
      startsOn: true,
      applicationsOpen: true,
      applicationsClose: true,
      capacity: true,
      placesTaken: true,
      fundedPlaces: true,
      fundedTaken: true,
      programme: { select: { id: true, slug: true, shortName: true, title: true, ...askedColumns } },
    },
  },
  offers: liveOffer,
  transitions: {
    select: { toState: true, at: true, reason: true, reasonCodes: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  },
} as const satisfies Prisma.ApplicationSelect;

const own = {
  ...view,
  equalityDoneAt: true,
  enrolment: { select: { fundedPlace: true } },
  needs: { select: { access: true, dietary: true } },
} as const satisfies Prisma.ApplicationSelect;

type Row = Prisma.ApplicationGetPayload<{ select: typeof view }>;

function toView(row: Row, at: Date): Omit<ApplicationView, "needs" | "equalityDone" | "fundedPlace"> {
  const { id, reference, state, version, submittedAt, cohort, offers, transitions } = row;
  const days = {
    applicationsOpen: day(cohort.applicationsOpen),
    applicationsClose: day(cohort.applicationsClose),
  };
  const offer = offers[0];
  const { id: programmeId, slug, shortName, title } = cohort.programme;
  return {
    id,
    reference,
    state,
    version,
    answers: toAnswers(row, cohort.programme),
    programme: { id: programmeId, slug, shortName, title },
    cohort: {
      id: cohort.id,
      name: cohort.name,
      startsOn: plainDate(cohort.startsOn),
      applicationsClose: days.applicationsClose,
      open: takesApplications(days, dayInLondon(at)),
    },
    submittedOn: submittedAt && dayInLondon(submittedAt),
    offer: offer ? { fundedPlace: offer.fundedPlace, answerBy: plainDate(offer.answerBy) } : null,
    history: transitions.map(({ toState, ...step }) => ({ state: toState, ...step })),
  };
}

const named = {
  select: {
    id: true,
    name: true,
    applicationsClose: true,
    programme: { select: { shortName: true, title: true } },
  },
} as const;

/** The viewer's own applications, the latest first. */
export async function myApplications(actor: Actor, at: Date): Promise<MyApplication[]> {
  const rows = await db.application.findMany({
    where: { userId: actor.userId },
    select: { reference: true, state: true, submittedAt: true, cohort: named, offers: liveOffer },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  return rows.map(({ reference, state, submittedAt, cohort, offers }) => ({
    reference,
    state,
    cohortId: cohort.id,
    programmeName: `${cohort.programme.shortName} ${cohort.programme.title}`,
    cohortName: cohort.name,
    ...turnOf(state, {
      closesOn: day(cohort.applicationsClose),
      answerBy: day(offers[0]?.answerBy ?? null),
      readBy: submittedAt && readByDay(dayInLondon(submittedAt)),
      today: dayInLondon(at),
    }),
  }));
}

/** The viewer's own application by its reference; null for anybody else's and for one that does not exist. */
export async function applicationByReference(
  actor: Actor,
  reference: string,
  at: Date,
): Promise<ApplicationView | null> {
  if (!/^[A-Z0-9-]{3,30}$/.test(reference)) return null;
  const row = await db.application.findFirst({ where: { reference, userId: actor.userId }, select: own });
  if (!row) return null;
  const { needs, equalityDoneAt, enrolment } = row;
  return {
    ...toView(row, at),
    needs: needs ?? { access: "", dietary: "" },
    equalityDone: equalityDoneAt !== null,
    fundedPlace: enrolment?.fundedPlace ?? null,
  };
}

/** The page of the form after that one; undefined after the last. */
export async function stepAfter(
  actor: Actor,
  reference: string,
  step: Step,
  at: Date,
): Promise<Step | undefined> {
  const application = await applicationByReference(actor, reference, at);
  const steps = application ? stepsOf(application.answers) : [];
  return steps[steps.findIndex((each) => each.step === step) + 1]?.step;
}

/** One application for those who decide it; null for everybody else. */
export async function applicationForReview(
  actor: Actor,
  id: string,
  at: Date,
): Promise<ApplicationForReview | null> {
  if (!isId(id)) return null;
  const row = await db.application.findFirst({
    where: { AND: [{ id }, staffScope(actor)] },
    select: {
      ...view,
      user: { select: { email: true } },
      transitions: {
        ...view.transitions,
        select: { ...view.transitions.select, by: { select: { name: true } } },
      },
    },
  });
  if (!row) return null;
  const { user } = row;
  const { capacity, placesTaken, fundedPlaces, fundedTaken } = row.cohort;
  const left = capacity - placesTaken;
  return {
    ...toView(row, at),
    email: user.email,
    history: row.transitions.map(({ toState, by, ...step }) => ({
      state: toState,
      ...step,
      by: by ? by.name : null,
    })),
    places: { left, fundedLeft: Math.min(left, fundedPlaces - fundedTaken) },
  };
}
