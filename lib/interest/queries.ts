import "server-only";
import { isToken } from "../auth/secrets";
import { dateTimeInLondon } from "../dates";
import { db } from "../db";
import { isSlug } from "../programmes/schema";
import { confirmableSince, hashesOf } from "./confirm";
import { confirmableUntil } from "./emails";
import type { Topic } from "./schema";
import { leaveId, leaveToken } from "./tokens";

const about = { select: { slug: true, shortName: true, title: true } } as const;
export type AboutProgramme = { slug: string; shortName: string; title: string };

/** A public programme that one can ask to be told about, or null. */
export async function programmeToFollow(slug: string, at: Date): Promise<AboutProgramme | null> {
  if (!isSlug(slug)) return null;
  return db.programme.findFirst({ where: { slug, publishedAt: { lte: at } }, ...about });
}

export type AskedWith = {
  programme: AboutProgramme;
  confirmed: boolean;
  /** Until when the link confirms: "Tuesday 1 December 2026, 09:00". */
  until: string;
  /** What it is for, with what the link to leave carries. */
  topics: { topic: Topic; leave: string }[];
};

/** What the link of an e-mail is for, or null when it has run out or never was one. Changes nothing. */
export async function askedWith(token: unknown, at: Date): Promise<AskedWith | null> {
  if (!isToken(token)) return null;
  const rows = await db.interest.findMany({
    where: {
      confirmTokenHash: { in: hashesOf(token) },
      OR: [{ confirmedAt: { not: null } }, { askedAt: { gt: confirmableSince(at) } }],
    },
    select: { id: true, topic: true, askedAt: true, confirmedAt: true, programme: about },
    orderBy: { topic: "asc" },
  });
  const [first] = rows;
  if (!first) return null;
  return {
    programme: first.programme,
    confirmed: rows.every(({ confirmedAt }) => confirmedAt !== null),
    until: dateTimeInLondon(confirmableUntil(first.askedAt)),
    topics: rows.map(({ id, topic }) => ({ topic, leave: leaveToken(id) })),
  };
}

/** What a link to leave would leave; "off" when that address is on no list any more, null for no link of ours. */
export async function leavingWith(
  token: unknown,
): Promise<{ state: "on"; topic: Topic; programme: AboutProgramme } | { state: "off" } | null> {
  const id = leaveId(token);
  if (!id) return null;
  const found = await db.interest.findUnique({ where: { id }, select: { topic: true, programme: about } });
  return found ? { state: "on", ...found } : { state: "off" };
}

/** How many confirmed addresses wait for news of each topic. */
export async function waitingCounts(programmeId: string): Promise<Record<Topic, number>> {
  const groups = await db.interest.groupBy({
    by: ["topic"],
    where: { programmeId, confirmedAt: { not: null } },
    _count: { _all: true },
  });
  const of = (topic: Topic) => groups.find((group) => group.topic === topic)?._count._all ?? 0;
  return { scholarships: of("scholarships"), next_cohort: of("next_cohort") };
}

/** How many were told of each of those subjects, by their ids, and when; those not told yet are missing. */
export async function toldOf(
  subjectIds: readonly string[],
): Promise<Map<string, { told: number; toldAt: Date }>> {
  const rows = await db.interestNews.findMany({
    where: { subjectId: { in: [...subjectIds] } },
    select: { subjectId: true, told: true, toldAt: true },
  });
  return new Map(rows.map(({ subjectId, ...news }) => [subjectId, news]));
}
