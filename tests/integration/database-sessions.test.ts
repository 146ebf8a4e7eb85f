import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, db, disconnect, inTransaction } from "@/lib/db";
import { readiness } from "@/lib/health/readiness";
import { rowsOf } from "../../scripts/lib/databases";
import { freshDatabase } from "../support/database";

/** What every session with the database keeps to (checklist, 45, 46 and 49). */

let url: string;
beforeAll(async () => {
  ({ url } = await freshDatabase());
});
afterAll(disconnect);

const [key, noon] = ["2026-07-24", new Date("2026-07-24T12:00:00Z")];

describe("a session", () => {
  test("runs in UTC and bounds its waits, whatever the database's own setting", async () => {
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    await rowsOf(url, `ALTER DATABASE "${name}" SET timezone TO 'Europe/London'`);
    const client = connect(url, 2);
    try {
      const [row] = await client.$queryRaw<Record<string, string>[]>`
        SELECT current_setting('TimeZone') AS zone, current_setting('lock_timeout') AS lock,
          current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('statement_timeout') AS statement`;
      expect(row).toEqual({ zone: "UTC", lock: "5s", idle: "15s", statement: "8s" });
      // In summer the two differ by an hour.
      await client.rateCount.create({ data: { key, windowStart: noon, count: 1 } });
      const read = await client.rateCount.findFirstOrThrow({ where: { key } });
      expect(read.windowStart).toEqual(noon);
      const [raw] = await client.$queryRaw<{ text: string }[]>`
        SELECT to_char("windowStart" AT TIME ZONE 'UTC', 'HH24:MI') AS text FROM "RateCount" WHERE "key" = ${key}`;
      expect(raw?.text).toBe("12:00");
    } finally {
      await client.$disconnect();
    }
  });
});

test("a server whose sessions do not run in UTC is not ready: a pooler may have dropped their settings", async () => {
  expect(await readiness()).toEqual({ ready: true });
  await disconnect();
  const pool = globalThis as { portalDb?: unknown };
  pool.portalDb = connect(url, 1);
  await db.$executeRaw`SET TIME ZONE 'Europe/London'`;
  expect(await readiness()).toMatchObject({ ready: false, reason: expect.stringContaining("UTC") });
  await disconnect();
  pool.portalDb = connect(url, 8);
});

describe("a transaction that the database asks to be run again", () => {
  /** Fails as that many times as told, then succeeds. */
  const failing = async (times: number, fail: () => unknown) => {
    let runs = 0;
    const done = inTransaction(async () => {
      runs += 1;
      if (runs <= times) await fail();
      return runs;
    });
    return { done, runs: () => runs };
  };

  test.each([
    ["Prisma's own code", Object.assign(new Error("x"), { code: "P2034" })],
    ["raw SQL's", Object.assign(new Error("x"), { code: "P2010", meta: { code: "40001" } })],
    ["raw SQL's deadlock", Object.assign(new Error("x"), { code: "P2010", meta: { code: "40P01" } })],
    [
      "the driver adapter's, without a code",
      Object.assign(new Error("x"), { cause: { originalCode: "40001" } }),
    ],
    ["the driver adapter's, in words", new Error("TransactionWriteConflict")],
  ])("is, with %s", async (_, error) => {
    const { done } = await failing(2, () => {
      throw error;
    });
    expect(await done).toBe(3);
  });

  test("is run four times at most, and not at all for other errors", async () => {
    const conflict = await failing(9, () => {
      throw Object.assign(new Error("x"), { code: "P2034" });
    });
    await expect(conflict.done).rejects.toMatchObject({ code: "P2034" });
    expect(conflict.runs()).toBe(4);
    const other = await failing(9, () => {
      throw new Error("something else");
    });
    await expect(other.done).rejects.toThrow("something else");
    expect(other.runs()).toBe(1);
  });

  test("is, when two really stand in each other's way", async () => {
    const at = new Date("2026-11-23T09:00:00Z");
    await db.rateCount.createMany({
      data: ["a", "b"].map((each) => ({ key: each, windowStart: at, count: 1 })),
    });
    const step = (each: string) => ({
      where: { key_windowStart: { key: each, windowStart: at } },
      data: { count: { increment: 1 } },
    });
    const { promise: bothBegan, resolve } = Promise.withResolvers<void>();
    let began = 0;
    const cross = (first: string, second: string) =>
      inTransaction(async (tx) => {
        await tx.rateCount.update(step(first));
        began += 1;
        if (began === 2) resolve();
        await bothBegan;
        await tx.rateCount.update(step(second));
      });
    await Promise.all([cross("a", "b"), cross("b", "a")]);
    expect(await db.rateCount.findMany({ where: { windowStart: at }, select: { count: true } })).toEqual([
      { count: 3 },
      { count: 3 },
    ]);
  });
});
