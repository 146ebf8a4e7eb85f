import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { rowsOf } from "../../scripts/lib/databases";
import { demoStart } from "../../scripts/lib/demo-clock";
import { applyMigrations } from "../../scripts/lib/migrations";
import { inData } from "../../scripts/lib/paths";
import { startPortal, whenReady } from "../../scripts/lib/portal";
import { freePort } from "../../scripts/lib/ports";
import { startScratchPostgres } from "../../scripts/lib/scratch-postgres";
import { startProvider, type TestProvider } from "../support/provider";
import { expectSoundPage } from "./support/checks";

/**
 * Staff sign in at the university's own provider: a portal that is configured for one, and a real provider
 * (oidc-provider), both of this journey's own. What each refusal is for is tested in
 * tests/integration/auth-provider.test.ts; here, what a person sees.
 */

const PRIYA = "priya.raman@example.org";
const NAME = "Northshire University";

let origin: string;
let provider: TestProvider;
const undo: (() => Promise<unknown>)[] = [];

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  const server = await startScratchPostgres("provider");
  undo.push(() => server.stop());
  const port = await freePort();
  origin = `http://localhost:${port}`;
  provider = await startProvider(`${origin}/sign-in/provider/callback`);
  undo.push(() => provider.stop());
  const env = {
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: server.url("portal"),
    PORTAL_EMBEDDED: "1",
    PORTAL_NOW: demoStart,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: randomBytes(48).toString("base64url"),
    SMTP_URL: "",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: NAME,
  };
  await applyMigrations(env.DATABASE_URL, { onProgress: () => {} });
  const [priya, miles] = [randomUUID(), randomUUID()];
  const person = `INSERT INTO "User" ("id", "name", "email", "createdAt") VALUES ($1, $2, $3, $4)`;
  await rowsOf(env.DATABASE_URL, person, [miles, "Miles Ashdown", "miles.ashdown@example.org", demoStart]);
  await rowsOf(env.DATABASE_URL, person, [priya, "Priya Raman", PRIYA, demoStart]);
  await rowsOf(
    env.DATABASE_URL,
    `INSERT INTO "RoleAssignment" ("id", "userId", "role", "grantedById", "grantedAt")
     VALUES (gen_random_uuid(), $1, 'facilitator', $2, $3)`,
    [priya, miles, demoStart],
  );
  mkdirSync(inData(), { recursive: true, mode: 0o700 });
  const portal = startPortal(env, inData("journey-provider.log"));
  undo.push(() => portal.stop());
  expect(await whenReady(portal, port)).toBe("ready");
});

test.afterAll(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

const signIn = async (page: Page) => {
  await page.goto(`${origin}/staff/events`);
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.getByRole("button", { name: `Sign in with ${NAME}` }).click();
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", { tag: "@desk" }, () => {
    test.use({ javaScriptEnabled });

    test("Priya signs in at her university and comes back to the page she wanted", async ({ page }) => {
      provider.person.email = PRIYA;
      provider.person.verified = true;
      await signIn(page);
      await expect(page).toHaveURL(`${origin}/staff/events`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Events");
      // The address that let her in is good for nothing more.
      expect(page.url()).not.toContain("code=");
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByText("You are signed out.")).toBeVisible();
    });

    test("who does not work here, and whose address nobody vouches for, is told so kindly", async ({
      page,
      context,
    }) => {
      const told = page.getByText("nobody who works here has that address");
      provider.person.email = "stranger@example.org";
      provider.person.verified = true;
      await signIn(page);
      await expect(told).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      await context.clearCookies();
      provider.person.email = PRIYA;
      provider.person.verified = false;
      await signIn(page);
      await expect(told).toBeVisible();
      await page.goto(`${origin}/staff`);
      await expect(page).toHaveURL(/\/sign-in\?/);
    });

    test("a way back that is not this browser's, or was used, lets nobody in", async ({ page }) => {
      await page.goto(`${origin}/sign-in/provider/callback?code=made-up&state=made-up`);
      await expect(page.getByText(`Signing in with ${NAME} did not work. Try again.`)).toBeVisible();
      await page.goto(`${origin}/staff`);
      await expect(page).toHaveURL(/\/sign-in\?/);
    });
  });
}
