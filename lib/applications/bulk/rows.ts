import "server-only";
import type { Actor } from "../../auth/actor";
import { dayInLondon, plainDate } from "../../dates";
import { db } from "../../db";
import type { Prisma } from "../../generated/prisma/client";
import { standingOf } from "../endorsement/states";
import { facts } from "../find";
import { keyBegins, today } from "../remind";
import { handedIn, reviewFacts } from "../review-facts";
import { readingOf } from "../rubric";
import type { Facts } from "./fit";
import type { BulkRow } from "./views";

/** What is read of an application before something is done to many. */

export const rowSelect = {
  ...facts,
  workplace: true,
  waitRank: true,
  sponsorName: true,
  sponsorEmail: true,
  offers: { where: { outcome: null }, select: { answerBy: true } },
  endorsements: {
    where: { OR: [{ outcome: "endorsed" }, { outcome: null, endedAt: null }] },
    select: {
      sponsorName: true,
      outcome: true,
      endedAt: true,
      askedAt: true,
      expiresAt: true,
      remindedAt: true,
    },
  },
  ...reviewFacts,
} as const satisfies Prisma.ApplicationSelect;
export type Row = Prisma.ApplicationGetPayload<{ select: typeof rowSelect }>;

/** The facts that decide what is done with it. */
export function factsOf(actor: Actor, row: Row, reminded: Set<string>, at: Date): Facts {
  const asking = row.endorsements.find(({ outcome }) => outcome === null);
  const [offer] = row.offers;
  return {
    state: row.state,
    conflicted: row.conflicts.some(({ userId }) => userId === actor.userId),
    differing: readingOf(handedIn(row)) === "differing",
    endorsed: row.endorsements.some(({ outcome }) => outcome === "endorsed"),
    asking: asking
      ? {
          sponsorName: asking.sponsorName,
          standing: standingOf(asking, row.state, at),
          writtenOn: dayInLondon(asking.remindedAt ?? asking.askedAt),
        }
      : null,
    answerBy: offer ? plainDate(offer.answerBy) : null,
    remindedToday: reminded.has(row.id),
  };
}

/** A line of the page. Nobody reads a draft but whose it is: of theirs there is the name. */
export function rowOf(
  row: Pick<Row, "id" | "version" | "reference" | "fullName" | "workplace" | "state" | "user">,
): BulkRow {
  const { id, version, reference, state } = row;
  const draft = state === "draft";
  return {
    ...{ id, version, reference, state },
    name: (draft ? row.user.name : row.fullName) || row.user.name || reference,
    workplace: draft ? "" : row.workplace,
    href: draft ? null : `/staff/applications/${id}`,
  };
}

/** Those whose applicants were reminded of an offer or a draft today, by whomever. One query. */
export async function remindedToday(rows: readonly Row[], at: Date): Promise<Set<string>> {
  const keys = rows.flatMap(({ id }) => [keyBegins("offer", id), keyBegins("draft", id)]);
  const sent = await db.outboxMessage.findMany({
    where: { createdAt: { gte: today(at) }, OR: keys.map((key) => ({ dedupeKey: { startsWith: key } })) },
    select: { dedupeKey: true },
  });
  return new Set(sent.flatMap(({ dedupeKey }) => dedupeKey.split(":")[1] ?? []));
}
