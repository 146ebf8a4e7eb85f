import { expect, test } from "@playwright/test";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** The participant's page: what is next, engagement, and recording what has been done. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("Dilys, who is behind, marks a task as done and logs study", async ({ page, context }) => {
      // Somebody of their own for each way through, so that no two journeys record for the same one.
      await signedInAs(context, javaScriptEnabled ? "ben.lister@example.org" : "tobias.wren@example.org");
      await page.goto("/dashboard");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Good morning");
      await expect(page.getByRole("heading", { name: "Engagement" })).toBeVisible();
      await expect(page.getByText(/of what was due so far is done/)).toBeVisible();
      await expect(page.getByText("90% needed")).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);

      await page.goto("/dashboard/route-map");
      if (javaScriptEnabled) await expectSoundPage(page);
      await page
        .getByRole("main")
        .getByRole("link", { name: "Formative assessment tasks" })
        .locator("visible=true")
        .first()
        .click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Formative assessment tasks");
      await page.getByRole("button", { name: "Mark as done" }).click();
      await expect(page.getByText("Marked as done")).toBeVisible();
      await expect(page.getByText(/of what was due so far is done/)).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);

      await page.goto("/dashboard/route-map");
      await page
        .getByRole("main")
        .getByRole("link", { name: "Online self-directed study" })
        .locator("visible=true")
        .nth(1)
        .click();
      await page.getByLabel("Hours").fill("");
      await page.getByLabel("Minutes").fill("3");
      await page.getByLabel("A note for yourself").fill("Read the governance unit");
      await page.getByRole("button", { name: "Log this time" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByLabel("A note for yourself")).toHaveValue("Read the governance unit");
      await page.getByLabel("Minutes").fill("45");
      await page.getByRole("button", { name: "Log this time" }).click();
      await expect(page.getByText("Your study time is logged")).toBeVisible();
      await expect(page.getByText("Read the governance unit")).toBeVisible();
    });
  });
}

test("at the end: Maud has completed, and Zelda, who is short of the line, is asked to talk", async ({
  page,
  context,
}) => {
  await signedInAs(context, "maud.whitlock@example.org");
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { name: "You have completed the programme" })).toBeVisible();
  await page.goto("/dashboard/statement");
  await expect(page.getByText("Programme completed")).toBeVisible();
  await expectSoundPage(page);
  await context.clearCookies();
  await signedInAs(context, "zelda.crane@example.org");
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { name: "Talk to us about what is missing" })).toBeVisible();
  await expect(page.getByText("Nothing is left to do")).toHaveCount(0);
  await expectSoundPage(page);
  await page.getByRole("main").getByRole("link", { name: "Write to us" }).click();
  await expect(page).toHaveURL(/\/contact/);
});
