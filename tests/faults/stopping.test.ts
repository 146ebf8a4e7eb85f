import { randomUUID } from "node:crypto";
import { get } from "node:http";
import { Client } from "pg";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/lib/db";
import { candidateIn, daysLater } from "../support/admissions";
import { Stage } from "./support/stage";

/** Checklist, 50: the word to stop comes while somebody, or some work, waits for the database. */

let stage: Stage;
let holder: Client;

beforeAll(async () => {
  stage = await Stage.open("stopping");
  holder = new Client({ connectionString: stage.url });
  await holder.connect();
});
afterAll(async () => {
  await holder?.end();
  await stage?.close();
});

/** Longer than a stop takes that waits for nothing but what is under way, in milliseconds. */
const AT_ONCE = 5_000;

/** Holds rows that the portal is about to need, until `release`. */
async function hold(sql: string, values: unknown[]): Promise<() => Promise<void>> {
  await holder.query("BEGIN");
  await holder.query(sql, values);
  return async () => void (await holder.query("ROLLBACK"));
}

/** Waits until the portal waits for the rows. */
const blocked = () =>
  expect
    .poll(
      () =>
        stage.rows(
          "SELECT 1 FROM pg_stat_activity WHERE application_name = 'npq-portal' AND wait_event_type = 'Lock'",
        ),
      { timeout: 30_000, interval: 50 },
    )
    .toHaveLength(1);

const lines = () =>
  stage.rows("SELECT application_name FROM pg_stat_activity WHERE application_name LIKE 'npq-portal%'");

/** Knocks as a new visitor does, on a connection of their own: the others may be open still. */
const knock = () =>
  new Promise<string>((resolve) => {
    const request = get(`${stage.origin}/api/health/live`, { agent: false }, (response) => {
      response.resume();
      resolve("let in");
    });
    request.once("error", () => resolve("refused"));
  });

/** An offer of six weeks ago that nobody has answered. */
async function offerThatRanOut(): Promise<string> {
  const { id } = await candidateIn("offered", stage.cast.staff, { at: daysLater(-42) });
  await disconnect();
  return id;
}

/** Puts that work into the queue, as its schedule does. */
async function queueWork(name: string): Promise<void> {
  const boss = new PgBoss({ connectionString: stage.url, schedule: false, supervise: false });
  await boss.start();
  await boss.send(name, {});
  await boss.stop({ graceful: false });
}

describe("SIGTERM", { timeout: 90_000 }, () => {
  test("a form under way is answered, new visitors are not let in, and the server ends with 0", async () => {
    const portal = await stage.start();
    const [person] = stage.cast.participants;
    if (!person) throw new Error("nobody is enrolled");
    const visitor = await stage.as(person);
    const page = `/dashboard/route-map/${stage.cast.study}`;
    const formKey = randomUUID();
    const typed = { hours: "1", minutes: "0", happenedOn: "2026-11-20", note: "", formKey };
    const form = { ...(await visitor.form(page, "Log this time")), ...typed };
    const release = await hold('SELECT 1 FROM "EnrolmentMilestone" WHERE "enrolmentId" = $1 FOR UPDATE', [
      person.enrolmentId,
    ]);
    const answer = visitor.post(page, form);
    await blocked();

    portal.signal("SIGTERM");
    await expect.poll(knock, { timeout: 10_000 }).toBe("refused");
    const began = Date.now();
    await release();
    expect(await answer).toMatchObject({ status: 303 });
    expect(await portal.ended).toBe(0);
    expect(Date.now() - began, "nothing is waited for that has ended").toBeLessThan(AT_ONCE);
    expect(
      await stage.rows('SELECT minutes FROM "EngagementRecord" WHERE "formKey" = $1', [formKey]),
    ).toEqual([{ minutes: 60 }]);
    expect(await lines(), "lines to the database").toEqual([]);
  });

  test("timed work under way is done before the server ends", async () => {
    const id = await offerThatRanOut();
    await queueWork("expire-offers");
    const release = await hold('SELECT 1 FROM "Application" WHERE id = $1 FOR UPDATE', [id]);
    const portal = await stage.start();
    await blocked();
    portal.signal("SIGTERM");
    await expect.poll(() => stage.log().match(/"server.stopping"/g)?.length).toBe(2);
    await release();
    expect(await portal.ended).toBe(0);
    expect(await stage.rows('SELECT state FROM "Application" WHERE id = $1', [id])).toEqual([
      { state: "expired" },
    ]);
    expect(
      await stage.rows("SELECT DISTINCT state::text FROM pgboss.job WHERE name = 'expire-offers'"),
    ).toEqual([{ state: "completed" }]);
    expect(stage.log().match(/"server.stopped"/g)).toHaveLength(2);
    expect(await lines()).toEqual([]);
  });
});
