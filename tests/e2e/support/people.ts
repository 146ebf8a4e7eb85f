import { expect, type Page } from "@playwright/test";

/** What people do in more than one journey. */

/** Signs in by the e-mailed link, in this browser, through the demo's mailbox. */
export async function signIn(page: Page, email: string): Promise<void> {
  const before = await mailCount(page, email);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me the e-mail" }).click();
  await expect(page).toHaveURL(/check-your-email/);
  await page.goto(await linkInNewMail(page, email, before, "/sign-in/link?token="));
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
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
