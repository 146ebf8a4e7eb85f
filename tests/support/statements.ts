import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/generated/prisma/client";

/**
 * How many statements some work sends to the database. Puts a client that counts in the place of the portal's for
 * that time, on the same database.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const kept = globalThis as { portalDb?: unknown };
  const before = kept.portalDb;
  const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL ?? "" });
  const counting = new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }] });
  let count = 0;
  counting.$on("query", () => {
    count += 1;
  });
  kept.portalDb = counting;
  try {
    await work();
  } finally {
    kept.portalDb = before;
    await counting.$disconnect();
  }
  return count;
}
