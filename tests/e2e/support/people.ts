import { createHash } from "node:crypto";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { newToken } from "../../../lib/ids";
import { DEMO_NOW } from "../../../prisma/seed/cast";
import { ask } from "./database";

/** What people do in more than one journey. */

/** Signs in by the e-mailed link, in this browser, through the demo's mailbox. */
export async function signIn(page: Page, email: string): Promise<void> {
  await followSignInLink(page, email);
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** The same as far as the link's button goes: whoever has a second factor stands before its code. */
export async function followSignInLink(page: Page, email: string): Promise<void> {
  const before = await mailCount(page, email);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me the e-mail" }).click();
  await expect(page).toHaveURL(/check-your-email/);
  await page.goto(await linkInNewMail(page, email, before, "/sign-in/link?token="));
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

async function mailCount(page: Page, email: string): Promise<number> {
  await page.goto(`/dev/mailbox?to=${encodeURIComponent(email)}`);
  return page.locator("main li").count();
}

/** Waits for an e-mail more than there were, and gives the address in it that contains `part`. */
export async function linkInNewMail(
  page: Page,
  email: string,
  before: number,
  part: string,
): Promise<string> {
  await expect(async () => expect(await mailCount(page, email)).toBeGreaterThan(before)).toPass({
    timeout: 15_000,
  });
  await page.locator("main li a").first().click();
  const link = page.locator(`main a[href*="${part}"]`).first();
  return (await link.getAttribute("href")) ?? "";
}

/** An address nobody has used yet in this run. */
export function newAddress(name: string): string {
  return `${name}.${Math.random().toString(36).slice(2, 10)}@example.org`;
}

/**
 * Makes a session of somebody's without the e-mail: for journeys that are not about signing in, which would otherwise
 * use up the limits that protect it. The session begins at the portal's present.
 */
async function newSession(email: string): Promise<string> {
  const token = newToken();
  const begun = new Date(Date.parse(DEMO_NOW));
  const end = new Date(begun.getTime() + 60 * 60_000);
  await ask(
    `INSERT INTO "Session" ("id", "userId", "tokenHash", "createdAt", "lastSeenAt", "expiresAt")
     SELECT gen_random_uuid(), "id", $2, $3, $3, $4 FROM "User" WHERE "email" = $1`,
    [email, createHash("sha256").update(token).digest("hex"), begun, end],
  );
  return token;
}

/** Puts a session of somebody's into this browser. */
export async function signedInAs(context: BrowserContext, email: string): Promise<void> {
  const portal = process.env.PORTAL_URL ?? "";
  await context.addCookies([
    { name: "portal-session", value: await newSession(email), url: portal, httpOnly: true, sameSite: "Lax" },
  ]);
}

/** A session of somebody's as a header, for requests written by hand. */
export async function cookieOf(email: string): Promise<{ cookie: string }> {
  return { cookie: `portal-session=${await newSession(email)}` };
}
