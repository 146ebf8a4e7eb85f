import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { DATABASE_AWAY } from "@/lib/server/plain-page";
import { Stage } from "./support/stage";
import { Visitor } from "./support/visitor";

/** Checklist, 49: the database goes away, and is back. */

let stage: Stage;
let amara: Visitor;
let anyone: Visitor;
let studyPage: string;

beforeAll(async () => {
  stage = await Stage.open("database-away");
  await stage.start();
  const [person] = stage.cast.participants;
  if (!person) throw new Error("nobody is enrolled");
  amara = await stage.as(person);
  anyone = new Visitor(stage.origin);
  studyPage = `/dashboard/route-map/${stage.cast.study}`;
});
afterEach(() => stage.plug.restore());
afterAll(() => stage?.close());

/** The requirement, in milliseconds. */
const TOLD_WITHIN = 3_000;
const recovery = { timeout: 30_000, interval: 200 };
const status = (path: string, visitor = anyone) => visitor.get(path).then((answer) => answer.status);

/** The portal's lines over which it hears of changes: without one, it keeps no page. */
const listening = () =>
  stage
    .rows(
      "SELECT 1 FROM pg_stat_activity WHERE application_name = 'npq-portal-watch' AND state = 'idle' AND query <> ''",
    )
    .then((lines) => lines.length);

/** What stands of one sent form: its records, and the minutes and audit rows of all. */
async function kept(formKey: string) {
  const [found] = await stage.rows<{ records: number; minutes: number; tally: number; audits: number }>(
    `SELECT (SELECT count(*)::int FROM "EngagementRecord" WHERE "formKey" = $1::uuid) AS records,
      (SELECT coalesce(sum(minutes), 0)::int FROM "EngagementRecord") AS minutes,
      (SELECT sum("minutesRecorded")::int FROM "EnrolmentMilestone") AS tally,
      (SELECT coalesce(sum((after->>'minutes')::int), 0)::int FROM "AuditEntry" WHERE action = 'study.logged') AS audits`,
    [formKey],
  );
  if (!found) throw new Error("no answer");
  return found;
}

describe.each([
  { how: "killed", cached: 503, written: 0 },
  // The line over which changes are told is still open, so what was kept may be sent, for its minute. What was
  // asked of the database before it thaws may still be done then, once.
  { how: "frozen", cached: 200, written: 1 },
] as const)("a database that is $how", { timeout: 90_000 }, ({ how, cached, written }) => {
  test("is told with status 503, and all is well again when it is back, without a restart", async () => {
    expect(await status("/dashboard", amara)).toBe(200);
    await expect.poll(listening, recovery).toBe(1);
    expect(await status("/programmes/npqel")).toBe(200);
    const formKey = randomUUID();
    const typed = { hours: "1", minutes: "10", happenedOn: "2026-11-20", note: how };
    const form = { ...(await amara.form(studyPage, "Log this time")), ...typed, formKey };

    await (how === "killed" ? stage.plug.kill() : stage.plug.freeze());

    const personal = await amara.get("/dashboard", TOLD_WITHIN);
    expect(personal).toMatchObject({ status: 503, text: expect.stringContaining(DATABASE_AWAY.title) });
    expect(await status("/programmes/npqel"), "a page from the cache").toBe(cached);
    const away = { status: 503, text: expect.stringContaining(DATABASE_AWAY.title) };
    const others = [amara.post(studyPage, form), anyone.get(`/programmes/npqel?module=${how}`)];
    for (const answer of await Promise.all(others)) expect(answer).toMatchObject(away);
    expect(await status("/api/health/live")).toBe(200);
    expect(await status("/api/health/ready")).toBe(503);

    await stage.plug.restore();
    await expect.poll(() => status("/api/health/ready"), recovery).toBe(200);
    await expect.poll(() => status("/dashboard", amara), recovery).toBe(200);
    await expect.poll(() => status("/programmes/npqel"), recovery).toBe(200);

    const before = await kept(formKey);
    expect(before.records).toBeLessThanOrEqual(written);
    expect([before.tally, before.audits], "nothing half-written").toEqual([before.minutes, before.minutes]);
    expect(await amara.post(studyPage, form)).toMatchObject({ status: 303 });
    const after = await kept(formKey);
    expect(after.records).toBe(1);
    expect([after.tally, after.audits]).toEqual([after.minutes, after.minutes]);
    expect(stage.log().match(/"server.listening"/g), "the same server all along").toHaveLength(1);
  });
});
