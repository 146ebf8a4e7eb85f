import "server-only";
import { dateColumn, dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import type { Answers } from "./schema";

/** A row with its days as plain days. */
function withDays<T extends { validFrom: Date; validTo: Date | null }>({ validFrom, validTo, ...rest }: T) {
  return { ...rest, validFrom: plainDate(validFrom), validTo: validTo && plainDate(validTo) };
}

/** What decides an answer to "Is it for me?" for a programme, as it stands at a moment. Four queries at most. */
export async function eligibilityFacts(programmeId: string, answers: Answers, at: Date) {
  const today = dateColumn(dayInLondon(at));
  const valid = { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] };
  const { number } = answers;
  const [programmes, rules, listings, partners] = await Promise.all([
    db.programme.findMany({
      where: { publishedAt: { lte: at } },
      orderBy: { position: "asc" },
      select: { id: true, slug: true, title: true, shortName: true, dfeIdentifier: true },
    }),
    db.fundingRule.findMany({
      where: { programmeId, ...valid },
      orderBy: { position: "asc" },
      select: {
        name: true,
        explanation: true,
        settings: true,
        listName: true,
        validFrom: true,
        validTo: true,
      },
    }),
    number
      ? db.fundingListEntry.findMany({
          where: { ...(number.length === 6 ? { urn: number } : { ukprn: number }), ...valid },
          select: { listName: true, validFrom: true, validTo: true },
        })
      : [],
    db.deliveryPartner.findMany({
      where: { programmeId },
      orderBy: { position: "asc" },
      select: { name: true, url: true },
    }),
  ]);
  return {
    others: programmes.filter(({ id }) => id !== programmeId),
    rules: rules.map((row) => withDays(row)),
    listings: listings.map((row) => withDays(row)),
    partners,
  };
}
