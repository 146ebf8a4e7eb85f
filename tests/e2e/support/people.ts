import { expect, type Page } from "@playwright/test";

/** What people do in more than one journey. */

/** Signs in by the e-mailed link, in this browser, through the demo's mailbox. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me the e-mail" }).click();
  await expect(page).toHaveURL(/check-your-email/);
  const link = await newestMail(page, email, /\/sign-in\/link\?token=/);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/**
 * The link in the newest e-mail to that address: the mailbox is asked again until the deliverer has been, which
 * is woken as soon as the message is queued.
 */
export async function newestMail(page: Page, email: string, link: RegExp): Promise<string> {
  let found = "";
  await expect(async () => {
    await page.goto(`/dev/mailbox?to=${encodeURIComponent(email)}`);
    await page.getByRole("main").getByRole("link").filter({ hasText: /.+/ }).first().click();
    await expect(page.getByRole("main")).toContainText(email);
    const links = await page.getByRole("main").getByRole("link").evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    found = links.find((href) => link.test(href)) ?? "";
    expect(found).not.toBe("");
  }).toPass({ timeout: 15_000 });
  return found;
}

/** An address nobody has used yet in this run. */
export function newAddress(name: string): string {
  return `${name}.${Math.random().toString(36).slice(2, 10)}@example.org`;
}
