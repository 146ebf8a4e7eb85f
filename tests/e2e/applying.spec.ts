import { expect, type Page, test } from "@playwright/test";
import { expectSoundPage } from "./support/checks";
import { newAddress, signedInAs, signIn } from "./support/people";

/** What may happen on the way through an application, beside the straight way (from-visitor-to-participant). */

/** A new draft; answers its address. */
async function begin(page: Page): Promise<string> {
  await signIn(page, newAddress("nesta.grey"));
  await page.goto("/applications");
  await page.getByRole("button", { name: "Apply for Spring 2027" }).click();
  await expect(page).toHaveURL(/\/applications\/NPQEL-/);
  return page.url();
}
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("with scripts, schools and trusts stand there as one types", async ({ page }) => {
  const home = await begin(page);
  await page.goto(`${home}/edit/workplace`);
  await page.getByRole("searchbox").pressSequentially("kestrel tr");
  await page.getByRole("radio", { name: /Kestrel Down Trust/ }).check();
  await expectSoundPage(page);
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expect(page.getByText("Your answers are saved.")).toBeVisible();
  await page.getByRole("link", { name: "Where you work" }).click();
  await expect(page.getByText("Kestrel Down Trust")).toBeVisible();
  await page.getByRole("searchbox").fill("no such school anywhere");
  await expect(page.getByText("No open school or trust matches.")).toBeVisible();
});

test("a tab that is behind is told, and keeps what was typed", async ({ page, context }) => {
  const home = await begin(page);
  await page.goto(`${home}/edit/about`);
  const other = await context.newPage();
  await other.goto(`${home}/edit/funding`);
  await other.getByRole("radio", { name: "I pay myself" }).check();
  await other.getByRole("button", { name: "Save and continue" }).click();
  await expect(heading(other)).toHaveText("Your sponsor");
  await page.getByLabel("Full name").fill("Nesta Grey");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("alert").first()).toContainText("changed in another tab");
  await expect(page.getByLabel("Full name")).toHaveValue("Nesta Grey");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(heading(page)).toHaveText("Registration with DfE, and your TRN");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("by hand, to a partner abroad, and what is missing", async ({ page }) => {
      const home = await begin(page);
      await page.goto(`${home}/edit/workplace/by-hand`);
      await page.getByLabel("Name of your school or trust").fill("Harrow Beck School");
      await page.getByLabel("Postcode").fill("nowhere");
      await page.getByRole("button", { name: "Save and continue" }).click();
      await expect(page).toHaveTitle(/^Error: Where you work/);
      await expect(page.getByLabel("Postcode")).toHaveValue("nowhere");
      await page.goto(home);
      await expect(page.getByText("Still to fill in: the town of your school or trust")).toBeVisible();

      await page.goto(`${home}/edit/funding`);
      await page.getByRole("radio", { name: "A British international school" }).check();
      await page.getByRole("button", { name: "Save and continue" }).click();
      await expect(heading(page)).toHaveText("British international schools");
      await expect(page.getByText("You do not apply here")).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);

      await page.goto(`${home}/check`);
      await expect(page.getByRole("button", { name: "Send the application" })).toHaveCount(0);
      await page.getByRole("link", { name: "whether you have registered with DfE" }).click();
      await page.getByRole("radio", { name: "Not yet" }).check();
      await page.getByRole("button", { name: "Save and go back" }).click();
      await expect(heading(page)).toHaveText("Check your answers");
      if (javaScriptEnabled) await expectSoundPage(page);
    });
  });
}

test("an application that has ended is carried over, once", async ({ page, context }) => {
  await signedInAs(context, "greta.hollis@example.org");
  await page.goto("/applications");
  await page.getByRole("link", { name: "NPQEL Executive Leadership" }).click();
  await expectSoundPage(page);
  await page.getByRole("button", { name: "Begin with these answers" }).click();
  await expect(page.getByText("Your answers are here.")).toBeVisible();
  await expect(page.getByText("11 of 12 parts done.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Declarations" })).toContainText("not started");
});
