import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Load } from "./support/load";
import { Stage } from "./support/stage";

/** Checklist, 48 to 50: in the midst of many writes, the portal or its database is killed. */

let stage: Stage;
let load: Load;

beforeAll(async () => {
  stage = await Stage.open("plug-pulled", { drafts: 60 });
  await stage.start();
  load = await Load.prepare(stage);
});
afterAll(async () => {
  await load?.stop();
  await stage?.close();
});

describe("many forms sent at once", { timeout: 90_000 }, () => {
  test("kill -9 of the portal: everything acknowledged is kept, whole, and the next start goes on", async () => {
    load.start();
    await load.acknowledged(60, 12);
    stage.portal?.signal("SIGKILL");
    await stage.portal?.ended;
    await load.stop();
    expect(load.unanswered, "forms were on their way").toBeGreaterThan(0);
    expect(load.refusals).toEqual([]);
    // The portal's transactions end with its connections.
    await expect.poll(linesOfThePortal, { timeout: 10_000 }).toBe(0);
    await load.expectAllKept();
    await stage.start();
    load.start();
    await load.acknowledged(20, 4);
    await load.stop();
    await load.expectAllKept();
  });

  test("kill -9 of the database: the same, and the portal is well again without a restart", async () => {
    load.start();
    await load.acknowledged(60, 12);
    await stage.plug.kill();
    // Told to so many people that nobody was just unlucky.
    await expect.poll(() => load.refusals.length, { timeout: 10_000 }).toBeGreaterThan(20);
    await stage.plug.restore();
    await load.acknowledged(20, 0);
    await load.stop();
    // 200 is the form again: it failed, and the page around it could be made, because the database was just back.
    expect(load.refusals.filter((status) => status !== 503 && status !== 200)).toEqual([]);
    expect(load.refusals).toContain(503);
    await load.expectAllKept();
    const [again] = load.drafts.filter(({ id }) => !load.applications.includes(id));
    if (!again) throw new Error("every application was sent before the plug was pulled");
    const answer = await again.visitor.post(again.page, { ...again.fields });
    expect(answer.status, "the form from before, sent again").toBe(303);
    load.applications.push(again.id);
    await load.expectAllKept();
  });
});

async function linesOfThePortal(): Promise<number> {
  const lines = await stage.rows(
    "SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'npq-portal%' AND pid <> pg_backend_pid()",
  );
  return lines.length;
}
