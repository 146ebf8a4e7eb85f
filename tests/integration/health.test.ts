import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as live } from "@/app/api/health/live/route";
import { GET as ready } from "@/app/api/health/ready/route";
import { connect, db, disconnect } from "@/lib/db";
import { freshDatabase } from "../support/database";

let own: string;

beforeAll(async () => {
  own = (await freshDatabase()).url;
});
afterAll(async () => {
  await disconnect();
});

async function answer(response: Response) {
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { status: response.status, body: await response.json() };
}

/** Runs with the portal's pool pointed at another address. */
async function pointedAt<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const pointAt = async (url: string) => {
    await disconnect();
    (globalThis as { portalDb?: unknown }).portalDb = connect(url, 2);
  };
  await pointAt(databaseUrl);
  try {
    return await work();
  } finally {
    await pointAt(own);
  }
}

describe("ready", () => {
  test("when the database answers and every migration is finished", async () => {
    expect(await answer(await ready())).toEqual({ status: 200, body: { status: "ready" } });
  });

  test("also when the database is ahead of this build", async () => {
    await db.$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
      VALUES ('later', 'x', '29990101000000_from_the_next_release', now(), now(), 1)`;
    expect((await ready()).status).toBe(200);
  });

  test("not when a migration is unfinished or rolled back", async () => {
    const unfinished = db.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL
      WHERE migration_name = (SELECT min(migration_name) FROM _prisma_migrations)`;
    expect(await unfinished).toBe(1);
    const { status, body } = await answer(await ready());
    expect(status).toBe(503);
    expect(body.reason).toMatch(/^The database lacks 1 of the \d+ migrations of this version\.$/);
    await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL`;
    expect((await ready()).status).toBe(200);
  });

  test("not on an empty database", async () => {
    await db.$executeRaw`ALTER TABLE _prisma_migrations RENAME TO hidden_migrations`;
    const { status, body } = await answer(await ready());
    await db.$executeRaw`ALTER TABLE hidden_migrations RENAME TO _prisma_migrations`;
    expect(status).toBe(503);
    expect(body.reason).toMatch(/^The database lacks (\d+) of the \1 migrations/);
  });

  test("not while the database is away or hangs; live answers all the same", async () => {
    const sockets = new Set<Socket>();
    const hanging = createServer((socket) => sockets.add(socket));
    await new Promise<void>((resolve) => hanging.listen(0, "127.0.0.1", resolve));
    const { port } = hanging.address() as AddressInfo;
    const url = `postgresql://portal:canary-password@127.0.0.1:${port}/portal`;
    await pointedAt(url, async () => {
      expect(await answer(await ready())).toEqual({
        status: 503,
        body: { status: "not ready", reason: "The database does not answer." },
      });
      expect(await answer(live())).toEqual({ status: 200, body: { status: "ok" } });
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => hanging.close(resolve));
    });
    await pointedAt(url, async () => {
      const { status, body } = await answer(await ready());
      expect({ status, body }).toEqual({
        status: 503,
        body: { status: "not ready", reason: "The database cannot be reached." },
      });
    });
    expect((await ready()).status).toBe(200);
  });
});
