import "server-only";
import { isToken, tokenHash } from "../auth/secrets";
import { db } from "../db";
import { isId } from "../ids";
import { placeCalendar } from "./calendar";
import { placeLink } from "./place-link";
import { cardOf, rowSelect } from "./rows";
import { stateOf, whenWords } from "./states";
import type { NextWebinar, PlaceView, WebinarCard, WebinarLists } from "./views";

/** What the public reads, and whoever has a personal link. */

const MOST_COMING = 50;
const MOST_PAST = 20;
const published = { publishedAt: { not: null } };

/** Public webinars: those to come, cancelled ones too, the next first; those that were held, the latest first. Two queries. */
export async function publicWebinars(at: Date): Promise<WebinarLists> {
  const [coming, past] = await Promise.all([
    db.webinar.findMany({
      where: { ...published, endsAt: { gt: at } },
      select: rowSelect,
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: MOST_COMING,
    }),
    db.webinar.findMany({
      where: { ...published, endsAt: { lte: at }, cancelledAt: null },
      select: rowSelect,
      orderBy: [{ startsAt: "desc" }, { id: "desc" }],
      take: MOST_PAST,
    }),
  ]);
  const cards = (rows: typeof coming) => rows.flatMap((row) => cardOf(row, at) ?? []);
  return { coming: cards(coming), past: cards(past) };
}

/** One public webinar, or null. */
export async function publicWebinar(id: string, at: Date): Promise<WebinarCard | null> {
  if (!isId(id)) return null;
  const found = await db.webinar.findFirst({ where: { id, ...published }, select: rowSelect });
  return found && cardOf(found, at);
}

/** The next one about that programme, or about all of them, or null. One query. */
export async function nextWebinar(programmeId: string, at: Date): Promise<NextWebinar | null> {
  const found = await db.webinar.findFirst({
    where: {
      ...published,
      cancelledAt: null,
      startsAt: { gt: at },
      OR: [{ programmeId }, { programmeId: null }],
    },
    select: { id: true, title: true, startsAt: true, endsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return found && { id: found.id, title: found.title, when: whenWords(found) };
}

/** The place behind a personal link, given up or not; null for a token that is none. */
export async function placeOf(token: string, at: Date): Promise<PlaceView | null> {
  const found = await registration(token);
  const card = found && cardOf(found.webinar, at);
  if (!card) return null;
  const givenUp = found.cancelledAt !== null;
  const ahead = card.state === "open" || card.state === "full" || card.state === "on_now";
  return { ...card, givenUp, joiningUrl: ahead && !givenUp ? found.webinar.joiningUrl : null };
}

/** The calendar file of a place that is still to be used; null for any other. */
export async function calendarOf(token: string, at: Date): Promise<string | null> {
  const found = await registration(token);
  if (!found || found.cancelledAt) return null;
  const { webinar, ...place } = found;
  const state = stateOf(webinar, at);
  if (state === "over" || state === "cancelled") return null;
  return placeCalendar({ webinar, registration: place, link: placeLink(place.id) }, "PUBLISH", at);
}

async function registration(token: string) {
  if (!isToken(token)) return null;
  return db.webinarRegistration.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      id: true,
      email: true,
      registeredAt: true,
      cancelledAt: true,
      webinar: { select: { ...rowSelect, joiningUrl: true, version: true } },
    },
  });
}
