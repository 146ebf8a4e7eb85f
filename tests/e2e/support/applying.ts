import { expect, type Page } from "@playwright/test";

/** Fills and sends an application to the open cohort, signed in as its applicant; gives its page's path. */
export async function sendApplication(
  page: Page,
  { name, sponsor }: { name: string; sponsor: { name: string; email: string } },
): Promise<string> {
  const go = () => page.getByRole("button", { name: "Save and continue" }).click();
  await page.goto("/applications");
  await page.getByRole("button", { name: "Apply for Spring 2027" }).click();
  await page.getByLabel("Full name").fill(name);
  await page.getByRole("radio", { name: "Yes" }).check();
  await go();
  await page.getByLabel("Your school or trust").fill("Harrow Beck Trust");
  await page.getByLabel("Your role").fill("Executive headteacher");
  await page.getByRole("radio", { name: "My school or trust pays" }).check();
  await page.getByLabel("Your sponsor's name").fill(sponsor.name);
  await page.getByLabel("Your sponsor's e-mail address").fill(sponsor.email);
  await go();
  await page.getByLabel("Why this programme, and why now?").fill("Two schools now, a third in September.");
  await go();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send the application" }).click();
  await expect(page.getByText("Your application is sent.")).toBeVisible();
  return new URL(page.url()).pathname;
}
