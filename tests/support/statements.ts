import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/lib/generated/prisma/client";

/**
 * How many statements some work sends to the database, by the ORM and straight to the driver. Puts a client and a pool
 * that count in the place of the portal's for that time, on the same database.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const kept = globalThis as { portalDb?: unknown; portalPools?: WeakMap<object, unknown> };
  const before = kept.portalDb;
  const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL ?? "" });
  const counting = new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }] });
  let count = 0;
  counting.$on("query", () => {
    count += 1;
  });
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? "", options: "-c timezone=UTC" });
  const query = (...asked: Parameters<pg.Pool["query"]>) => {
    count += 1;
    return pool.query(...asked);
  };
  kept.portalPools?.set(counting, { query });
  kept.portalDb = counting;
  try {
    await work();
  } finally {
    kept.portalDb = before;
    await counting.$disconnect();
    await pool.end();
  }
  return count;
}
