import { beforeAll, beforeEach, expect, it } from "vitest";
import { GET } from "@/app/api/workplaces/route";
import { sessionCookieName } from "@/lib/auth/cookie-names";
import { now } from "@/lib/clock";
import { connect, db } from "@/lib/db";
import { seedSchools } from "@/prisma/seed/schools";
import { freshDatabase } from "../support/database";
import { newRequest, request } from "../support/request";
import { type Browser, signedIn } from "../support/signing-in";

let browser: Browser;
const lookUp = (q: string, path = `/api/workplaces?q=${encodeURIComponent(q)}`) =>
  GET(new Request(`http://localhost:3000${path}`));

beforeAll(async () => {
  await freshDatabase();
  await seedSchools(now());
  ({ browser } = await signedIn("bashir.noor@example.org", now()));
});
beforeEach(() => {
  newRequest();
  request.cookies.set(sessionCookieName(), browser.session ?? "");
});

it("answers somebody signed in with schools and trusts, kept nowhere", async () => {
  const answer = await lookUp("st marys stanner");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toEqual({
    workplaces: [
      {
        kind: "school",
        code: "900043",
        name: "St Mary's CofE Primary School, Stanner",
        town: "Stanner",
        postcode: expect.stringMatching(/^ZS1 \d[A-Z]{2}$/),
        detail: "Primary · Stanner Vale",
      },
    ],
    more: false,
  });
});

it("answers one character, nothing and nonsense with nothing", async () => {
  for (const path of ["?q=s", "?q=", "", "?q=%20%20s", "?q=%3A%2A%21", "?other=x"]) {
    expect(await (await lookUp("", `/api/workplaces${path}`)).json()).toEqual({
      workplaces: [],
      more: false,
    });
  }
});

it("refuses somebody signed out, and says nothing of the register", async () => {
  newRequest();
  const answer = await lookUp("tidewell");
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toContain("Tidewell");
});

it("refuses for a while whoever asks too often", async () => {
  await db.rateCount.updateMany({
    where: { key: { startsWith: "workplaces-person" } },
    data: { count: 400 },
  });
  const answer = await lookUp("tidewell");
  expect(answer.status).toBe(429);
  expect((await answer.json()).problem).toMatch(/Try again after \d\d:\d\d/);
});

it("says so when the database is away", async () => {
  const kept = globalThis as { portalDb?: unknown };
  const pool = kept.portalDb;
  kept.portalDb = connect("postgresql://nobody@127.0.0.1:1/none", 1);
  const answer = await lookUp("tidewell").finally(() => {
    kept.portalDb = pool;
  });
  expect(answer.status).toBe(503);
});
