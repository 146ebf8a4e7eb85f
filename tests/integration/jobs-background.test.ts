import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { db, disconnect } from "@/lib/db";
import { type Delivered, deliverDue } from "@/lib/email/deliver";
import { wakeOutbox } from "@/lib/email/wake";
import { startBackground } from "@/lib/jobs/background";
import { type OutboxLoop, startOutboxLoop } from "@/lib/jobs/outbox-loop";
import { freshDatabase } from "../support/database";
import { queue, row } from "../support/outbox";

const NOTHING: Delivered = { sent: 0, postponed: 0, dead: 0, serverAway: false };

/** So long that only a call can wake the loop in a test. */
const HOURS = { idle: 3_600, serverAway: 3_600, databaseAway: 3_600 };

const eventually = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 15_000, interval: 20 });

let loop: OutboxLoop | undefined;

beforeAll(async () => {
  await freshDatabase();
});
afterEach(async () => {
  await loop?.stop();
  loop = undefined;
});
afterAll(async () => {
  await disconnect();
});

describe("the outbox loop", () => {
  test("looks at the start, and at once when it is woken", async () => {
    const deliver = vi.fn(async () => NOTHING);
    loop = startOutboxLoop(deliver, HOURS);
    await eventually(() => expect(deliver).toHaveBeenCalledTimes(1));
    wakeOutbox();
    await eventually(() => expect(deliver).toHaveBeenCalledTimes(2));
  });

  test("a call that comes during a pass is not lost: what was queued meanwhile is looked for next", async () => {
    const passes: (() => void)[] = [];
    const deliver = vi.fn(() => new Promise<Delivered>((resolve) => passes.push(() => resolve(NOTHING))));
    loop = startOutboxLoop(deliver, HOURS);
    await eventually(() => expect(passes).toHaveLength(1));
    wakeOutbox();
    passes[0]?.();
    await eventually(() => expect(passes).toHaveLength(2));
    passes[1]?.();
  });

  test("a pass that fails, as when the database is away, does not end it", async () => {
    const deliver = vi.fn(async () => NOTHING).mockRejectedValueOnce(new Error("connection refused"));
    loop = startOutboxLoop(deliver, HOURS);
    await eventually(() => expect(deliver).toHaveBeenCalledTimes(1));
    wakeOutbox();
    await eventually(() => expect(deliver).toHaveBeenCalledTimes(2));
  });

  test("stopping tells the pass, waits for it and begins no other", async () => {
    const ended = vi.fn();
    const deliver = vi.fn(async (_: Date, { signal }: { signal: AbortSignal }) => {
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      ended();
      return NOTHING;
    });
    const stopping = startOutboxLoop(deliver, HOURS);
    await eventually(() => expect(deliver).toHaveBeenCalledTimes(1));
    await stopping.stop();
    expect(ended).toHaveBeenCalledOnce();
    wakeOutbox();
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  test("a pass that is told to stop claims nothing more", async () => {
    const { dedupeKey } = await queue();
    await deliverDue(new Date("2026-11-23T12:00:00Z"), {
      transport: { kind: "mailbox" },
      signal: AbortSignal.abort(),
    });
    expect(await row(dedupeKey)).toMatchObject({ attempts: 0, sentAt: null });
    await db.outboxMessage.deleteMany();
  });
});

describe("the server's background work", () => {
  test("delivers what is queued, starts once, and ends when the server says so", async () => {
    startBackground([{ name: "expire-offers", cron: "*/5 * * * *", run: async () => 0 }]);
    const stop = (globalThis as Record<symbol, unknown>)[Symbol.for("portal.stop")] as () => Promise<void>;
    startBackground([]);
    expect((globalThis as Record<symbol, unknown>)[Symbol.for("portal.stop")]).toBe(stop);
    const { to, dedupeKey } = await queue({ at: new Date(0) });
    wakeOutbox();
    await eventually(async () => expect((await row(dedupeKey)).sentAt).not.toBeNull());
    expect(await db.demoMail.findMany({ select: { toAddress: true } })).toEqual([{ toAddress: to }]);
    await Promise.all([stop(), stop()]);
  });
});
