import "server-only";
import { type Actor, managedCohorts, managesCohort } from "../auth/actor";
import { addPlainDays, dateColumn, dayInLondon, type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import type { FundingRoute } from "./schema-choices";
import { listToken } from "./waiting-list";

/** A cohort's places: who holds one, who waits, and who is next. */

/** An offer that stands. */
export type StandingOffer = {
  applicationId: string;
  fullName: string;
  workplace: string;
  fundedPlace: boolean;
  answerBy: PlainDate;
};

export type Waiting = {
  applicationId: string;
  fullName: string;
  workplace: string;
  fundingRoute: FundingRoute | null;
  /** The day it went on the waiting list. */
  since: PlainDate | null;
  /** False where the viewer may not decide it: it is their own. */
  decidable: boolean;
};

/** A place that became free by itself or by the applicant. */
export type Freed = {
  applicationId: string;
  fullName: string;
  how: "declined" | "expired" | "withdrawn";
  on: PlainDate;
};

export type SeatBoard = {
  capacity: number;
  fundedPlaces: number;
  /** Places accepted, and of those the funded ones. */
  accepted: number;
  acceptedFunded: number;
  offers: StandingOffer[];
  /** In their order. */
  waiting: Waiting[];
  /** Says which waiting list the page was made from. */
  token: string;
  freed: Freed[];
  /** Applications that nobody has begun to read, and those under review. */
  submitted: number;
  underReview: number;
};

/** How long a freed place is told of, in days. */
const FREED_DAYS = 14;

/** The board of a cohort, for those who manage it; null for everybody else. Five queries. */
export async function seatBoard(actor: Actor, cohortId: string, at: Date): Promise<SeatBoard | null> {
  if (!isId(cohortId) || !managesCohort(actor, cohortId)) return null;
  const person = { select: { id: true, fullName: true, workplace: true } } as const;
  const since = dateColumn(addPlainDays(dayInLondon(at), -FREED_DAYS));
  const [cohort, standing, ended, waiting, undecided] = await Promise.all([
    db.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      select: { capacity: true, fundedPlaces: true, placesTaken: true, fundedTaken: true },
    }),
    db.offer.findMany({
      where: { outcome: null, application: { cohortId } },
      select: { fundedPlace: true, answerBy: true, application: person },
      orderBy: [{ answerBy: "asc" }, { id: "asc" }],
    }),
    db.offer.findMany({
      where: {
        outcome: { in: ["declined", "expired", "withdrawn"] },
        endedAt: { gte: since },
        application: { cohortId },
      },
      select: { outcome: true, endedAt: true, application: person },
      orderBy: { endedAt: "desc" },
      take: 10,
    }),
    db.application.findMany({
      where: { cohortId, state: "waitlisted" },
      select: {
        id: true,
        userId: true,
        fullName: true,
        workplace: true,
        fundingRoute: true,
        transitions: {
          where: { toState: "waitlisted" },
          select: { at: true },
          orderBy: { at: "desc" },
          take: 1,
        },
      },
      orderBy: { waitRank: "asc" },
    }),
    db.application.groupBy({
      by: ["state"],
      where: { cohortId, state: { in: ["submitted", "under_review"] } },
      _count: { _all: true },
    }),
  ]);
  const funded = standing.filter(({ fundedPlace }) => fundedPlace).length;
  return {
    capacity: cohort.capacity,
    fundedPlaces: cohort.fundedPlaces,
    accepted: cohort.placesTaken - standing.length,
    acceptedFunded: cohort.fundedTaken - funded,
    offers: standing.map(({ application: { id, ...rest }, fundedPlace, answerBy }) => ({
      applicationId: id,
      ...rest,
      fundedPlace,
      answerBy: plainDate(answerBy),
    })),
    waiting: waiting.map(({ id, userId, transitions: [last], ...rest }) => ({
      applicationId: id,
      ...rest,
      since: last ? dayInLondon(last.at) : null,
      decidable: userId !== actor.userId,
    })),
    token: listToken(waiting.map(({ id }) => id)),
    freed: ended.flatMap(({ application, outcome, endedAt }) =>
      endedAt && outcome && outcome !== "accepted"
        ? [
            {
              applicationId: application.id,
              fullName: application.fullName,
              how: outcome,
              on: dayInLondon(endedAt),
            },
          ]
        : [],
    ),
    submitted: undecided.find(({ state }) => state === "submitted")?._count._all ?? 0,
    underReview: undecided.find(({ state }) => state === "under_review")?._count._all ?? 0,
  };
}

/** For the staff's start page: cohorts with a free place and somebody waiting for one, and who is next. One query. */
export async function placesToFill(
  actor: Actor,
): Promise<{ cohortId: string; cohortName: string; free: number; next: string }[]> {
  const managed = managedCohorts(actor);
  const only = managed === "all" ? null : managed;
  return db.$queryRaw`
    SELECT c.id AS "cohortId", p."shortName" || ' ' || c.name AS "cohortName",
      c.capacity - c."placesTaken" AS free, first."fullName" AS next
    FROM "Cohort" c JOIN "Programme" p ON p.id = c."programmeId"
    JOIN LATERAL (
      SELECT a."fullName" FROM "Application" a WHERE a."cohortId" = c.id AND a.state = 'waitlisted'
      ORDER BY a."waitRank" LIMIT 1
    ) first ON true
    WHERE c.capacity > c."placesTaken" AND (${only}::uuid[] IS NULL OR c.id = ANY(${only}::uuid[]))
    ORDER BY c."startsOn", c.id`;
}
