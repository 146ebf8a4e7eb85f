import { expect, type Page, test } from "@playwright/test";
import { expectSoundPage } from "./support/checks";

const choose = async (page: Page, answer: string | RegExp) => {
  await page.getByRole("radio", { name: answer }).check();
  await page.getByRole("button", { name: "Continue" }).click();
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a trust leader finds out that it is for them, what it costs and what to prepare", async ({
      page,
    }) => {
      await page.goto("/programmes/npqel");
      await page.locator("#is-it-for-me").getByRole("link").last().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is NPQEL for me?");
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByRole("alert").getByText("Choose the answer nearest to your role")).toBeVisible();
      expect(await page.title()).toMatch(/^Error: /);
      if (javaScriptEnabled) await expectSoundPage(page);
      await choose(page, /Lead several schools/);
      await choose(page, "An independent school in England");
      await choose(page, "My school or trust");
      await page.getByLabel(/URN/).fill("12x");
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByLabel(/URN/)).toHaveValue("12x");
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByLabel(/URN/).fill("");
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByText("Yes. NPQEL is made for the role you named.")).toBeVisible();
      await expect(page.getByText("£4,099 + VAT (£4,918.80)")).toBeVisible();
      await expect(page.getByText("Independent schools in England pay the same fee.")).toBeVisible();
      await expect(page.getByText("Your teacher reference number (TRN), seven digits")).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
    });

    test("a British international school is sent to its delivery partner, and not asked to apply", async ({
      page,
    }) => {
      await page.goto("/programmes/npqel/is-it-for-me?role=executive");
      await choose(page, "A British international school");
      await expect(
        page.getByText(/take the programme through an international delivery partner/),
      ).toBeVisible();
      await expect(page.getByRole("heading", { name: "Next step" })).toHaveCount(0);
      await page.goto("/programmes/npqel/is-it-for-me?role=nonsense&setting=state");
      await expect(page.getByRole("alert").getByText("Choose the answer nearest to your role")).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
    });
  });
}
