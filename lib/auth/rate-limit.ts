import "server-only";
import { dateTimeInLondon, dayInLondon, timeInLondon } from "../dates";
import { db } from "../db";
import { TooMany } from "../errors";
import { keyed } from "./secrets";

/** So many of something by one subject in each window of the clock. */
export type Limit = { name: string; max: number; windowMinutes: number };

export const LIMITS = {
  linksByAddress: { name: "links-address", max: 5, windowMinutes: 15 },
  linksByNetwork: { name: "links-network", max: 30, windowMinutes: 15 },
  // Five tries a request alone would allow 2,400 guesses a day at one person's code.
  codesByAddress: { name: "codes-address", max: 15, windowMinutes: 24 * 60 },
  codesByNetwork: { name: "codes-network", max: 60, windowMinutes: 15 },
  // Three codes are good at any moment: twenty tries a day find one in 16,000.
  factorQuarter: { name: "factor-quarter", max: 5, windowMinutes: 15 },
  factorDay: { name: "factor-day", max: 20, windowMinutes: 24 * 60 },
  providerByNetwork: { name: "provider-network", max: 60, windowMinutes: 15 },
  searches: { name: "searches-person", max: 120, windowMinutes: 5 },
} satisfies Record<string, Limit>;

/**
 * Counts one, or throws TooMany with the time to come back. One statement, so that any number at the same
 * moment get exactly `max` through; kept in the database, so that a restart or a second server forgets nothing.
 */
export async function countOrRefuse(limit: Limit, subject: string, what: string, at: Date): Promise<void> {
  const windowMs = limit.windowMinutes * 60_000;
  const start = new Date(Math.floor(at.getTime() / windowMs) * windowMs);
  const key = `${limit.name}:${keyed(subject)}`;
  const counted = await db.$executeRaw`
    INSERT INTO "RateCount" ("key", "windowStart", "count") VALUES (${key}, ${start}, 1)
    ON CONFLICT ("key", "windowStart") DO UPDATE SET "count" = "RateCount"."count" + 1
    WHERE "RateCount"."count" < ${limit.max}`;
  if (counted === 0)
    throw new TooMany(`${what} Try again after ${whenToComeBack(start.getTime() + windowMs, at)}.`);
}

function whenToComeBack(end: number, at: Date): string {
  const then = new Date(end);
  return dayInLondon(then) === dayInLondon(at) ? timeInLondon(then) : dateTimeInLondon(then);
}
