import { expect, test } from "@playwright/test";
import { administrator, cohortManager } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** A manager edits a section, previews it and publishes it; a visitor has it at once. One draft a programme, so one at a time. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({
      javaScriptEnabled,
      viewport: javaScriptEnabled ? { width: 1280, height: 800 } : { width: 390, height: 844 },
    });

    test("from a manager's words to a visitor's page", async ({ page, browser, context }) => {
      const words = `Leaders who can lead at scale, ${javaScriptEnabled ? "first" : "second"} wording.`;
      const sound = async () => {
        if (javaScriptEnabled) await expectSoundPage(page);
      };
      const office = await browser.newContext({ javaScriptEnabled });
      const visitor = await office.newPage();
      await visitor.goto("/programmes/npqel");
      await expect(visitor.getByText(words)).toHaveCount(0);

      await signedInAs(context, cohortManager.email);
      await page.goto("/staff/programmes");
      await sound();
      await page.getByRole("link", { name: "Executive Leadership (NPQEL)" }).click();
      await sound();
      await page.getByRole("link", { name: "What it does for your school" }).click();
      await sound();
      const address = page.url();
      const stale = await context.newPage();
      await stale.goto(address);

      await page.getByLabel("Heading").fill("");
      await page.getByLabel("Text", { exact: true }).fill(`- ${words}\n\n<b>as typed</b>`);
      await page.getByRole("button", { name: "Save in the draft" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByLabel("Text", { exact: true })).toHaveValue(new RegExp(words));
      await page.getByLabel("Heading").fill("Benefits for your school");
      await page.getByRole("button", { name: "Save in the draft" }).click();
      await expect(page.getByText("Saved in the draft.")).toBeVisible();
      await expect(page.getByText("Changed in the draft")).toHaveCount(1);
      await sound();

      await stale.getByLabel("Text", { exact: true }).fill("Typed in a tab that was too late.");
      await stale.getByRole("button", { name: "Save in the draft" }).click();
      await expect(stale.getByText("Nothing you typed is lost")).toBeVisible();
      await expect(stale.getByLabel("Text", { exact: true })).toHaveValue(
        "Typed in a tab that was too late.",
      );
      await stale.close();

      await page.getByRole("link", { name: "Preview it" }).click();
      await expect(page.getByText("A preview of the draft: not public.")).toBeVisible();
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByText("<b>as typed</b>")).toBeVisible();
      await sound();
      await visitor.reload();
      await expect(visitor.getByText(words)).toHaveCount(0);

      await page.getByRole("link", { name: "See what changes, and publish" }).click();
      await expect(page.getByText(words)).toBeVisible();
      await sound();
      await page.getByRole("button", { name: "Publish now" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await page.getByLabel("What you changed, and why").fill("Clearer words for schools");
      await page.getByRole("button", { name: "Publish now" }).click();
      await expect(page.getByText("Published. The public page shows it now.")).toBeVisible();

      await expect(async () => {
        await visitor.reload();
        await expect(visitor.getByText(words)).toHaveCount(1, { timeout: 500 });
      }).toPass({ timeout: 5_000 });
      await office.close();

      await page.getByRole("link", { name: "Versions" }).click();
      await expect(page.getByText("Clearer words for schools").first()).toBeVisible();
      await sound();
      await page.getByRole("link", { name: "Version 1", exact: true }).click();
      await sound();
      await page.getByRole("button", { name: "Make version 1 the draft" }).click();
      await expect(page.getByText("The earlier version is the draft now.")).toBeVisible();
      await page.goto("/staff/programmes/npqel/publication");
      await page.getByText("Throw the draft away").first().click();
      await page.getByRole("button", { name: "Throw the draft away" }).click();
      await expect(page.getByText("The draft is thrown away.")).toBeVisible();
      await page.goto("/staff/programmes/npqel/voices");
      await sound();
    });
  });
}

test("the programmes come from the database", async ({ page }) => {
  for (const address of ["/", "/programmes"]) {
    await page.goto(address);
    await expect(page.getByRole("link", { name: "Executive Leadership", exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "A second programme (demonstration)" })).toBeVisible();
    await expectSoundPage(page);
  }
  await page.getByRole("link", { name: "A second programme (demonstration)" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A second programme (demonstration)");
  await expect(page.getByText("£1,200").first()).toBeVisible();
  await expectSoundPage(page);
  await page.goto("/programmes/demonstration/route-map");
  await expect(page.getByRole("main")).toContainText("Online induction");
  await expectSoundPage(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an administrator writes what an evaluation asks, by buttons, and publishes it", async ({
    page,
    context,
  }) => {
    await signedInAs(context, administrator.email);
    await page.goto("/staff/programmes/npqel");
    await page.getByRole("link", { name: "End of module evaluations" }).click();
    await page.getByRole("link", { name: "Change what module 3 asks" }).click();
    const question = page.getByLabel("Question", { exact: true });
    await expect(question).toHaveCount(7);
    await page.getByRole("button", { name: "One of a few answers" }).click();
    await question.nth(7).fill("Would you say so to a colleague?");
    await page.getByLabel("Answers to choose from").last().fill("Yes");
    await page.getByRole("button", { name: "Move up question 8" }).click();
    await expect(question.nth(6)).toHaveValue("Would you say so to a colleague?");
    await page.getByRole("button", { name: "Take out question 8" }).click();
    await page.getByRole("button", { name: "Save as a draft" }).last().click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert")).toContainText("Question 7: write 2 to 8 answers");
    await expect(question.nth(6)).toHaveValue("Would you say so to a colleague?");
    await expectSoundPage(page, { axe: false });
    await page.getByLabel("Answers to choose from").last().fill("Yes\nNo");
    await page.getByRole("button", { name: "Save as a draft" }).last().click();
    await expect(page.getByText("Saved as a draft.")).toBeVisible();
    await expect(page.getByRole("group", { name: "Would you say so to a colleague?" })).toBeVisible();
    await expectSoundPage(page, { axe: false });
    await page.getByRole("button", { name: "Publish as a new version" }).click();
    await expect(page.getByText("Published: whoever opens the evaluation")).toBeVisible();
    await page.getByRole("link", { name: "End of module evaluations" }).click();
    await expect(page.getByRole("row", { name: /Module 3/ })).toContainText("7 questions, version 2");
  });
});
