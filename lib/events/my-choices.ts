import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { eventState, placesWords } from "./states";
import { eventTimes } from "./times";
import type { MyChoice, MyOption } from "./views";

type Row = {
  eventId: string;
  milestoneId: string;
  milestoneTitle: string;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  choiceUntil: Date;
  capacity: number | null;
  placesTaken: number;
  waiting: number;
  mine: "held" | "waiting" | null;
  turn: number | null;
  preferred: boolean;
};

/**
 * The choices that the viewer has as an active participant: milestones whose events are chosen and not all over, each
 * with its events to come. With a milestone, that one only. One query.
 */
export async function myChoices(actor: Actor, at: Date, milestoneId?: string): Promise<MyChoice[]> {
  const only = milestoneId ? Prisma.sql`AND v."milestoneId" = ${milestoneId}::uuid` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT v.id::text AS "eventId", m.id::text AS "milestoneId", m.title AS "milestoneTitle", v.title, v.place,
      v."startsAt", v."endsAt", v."choiceUntil", v.capacity, v."placesTaken",
      (SELECT count(*)::int FROM "EventPlace" w WHERE w."eventId" = v.id AND w.state = 'waiting') AS waiting,
      p.state::text AS mine,
      CASE WHEN p.state = 'waiting' THEN (
        SELECT count(*)::int FROM "EventPlace" w
        WHERE w."eventId" = v.id AND w.state = 'waiting'
          AND (w."waitingOrder", w."askedAt", w.id) <= (p."waitingOrder", p."askedAt", p.id)) END AS turn,
      coalesce(lower(a."residentialPlace") = lower(v.place), false) AS preferred
    FROM "Enrolment" me
    JOIN "Event" v ON v."cohortId" = me."cohortId" AND v."byChoice" AND v."cancelledAt" IS NULL AND v."endsAt" > ${at}
    JOIN "Milestone" m ON m.id = v."milestoneId"
    LEFT JOIN "EventPlace" p ON p."eventId" = v.id AND p."enrolmentId" = me.id AND p.state <> 'given_up'
    LEFT JOIN "Application" a ON a.id = me."applicationId"
    WHERE me."userId" = ${actor.userId}::uuid AND me.state = 'active' ${only}
    ORDER BY m.number, preferred DESC, v."startsAt", v.id`;
  const milestones = Map.groupBy(rows, (row) => row.milestoneId);
  return [...milestones.values()].map((each) => choiceOf(each, at));
}

function choiceOf(rows: Row[], at: Date): MyChoice {
  const options = rows.map((row) => option(row, at));
  const { milestoneId = "", milestoneTitle: title = "" } = rows[0] ?? {};
  const open = rows.filter((_, index) => options[index]?.open);
  const until =
    open
      .map(({ choiceUntil }) => plainDate(choiceUntil))
      .toSorted()
      .at(-1) ?? null;
  const mine = (state: MyOption["mine"]) => options.find((each) => each.mine === state) ?? null;
  return { milestoneId, title, until, held: mine("held"), waiting: mine("waiting"), options };
}

function option(row: Row, at: Date): MyOption {
  const { eventId, title, place, startsAt, endsAt, capacity, placesTaken, waiting, mine, turn, preferred } =
    row;
  const day: PlainDate = dayInLondon(startsAt);
  return {
    eventId,
    title,
    place,
    when: eventTimes(startsAt, endsAt),
    day,
    left: placesWords(capacity, placesTaken),
    full: capacity !== null && placesTaken >= capacity,
    waiting,
    mine,
    turn,
    preferred,
    open: eventState({ ...row, cancelledAt: null }, at) === "open",
  };
}
