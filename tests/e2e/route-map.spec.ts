import { expect, test } from "@playwright/test";
import { expectSoundPage } from "./support/checks";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a visitor looks at one module, then at what is face to face, and links to an item", async ({
      page,
    }) => {
      await page.goto("/programmes/npqel");
      await page.getByRole("link", { name: /hours for each month/ }).click();
      await expect(page.getByRole("heading", { level: 2, name: "The whole route map" })).toBeVisible();
      const entries = page.locator(".months .anchor");
      const all = await entries.count();
      expect(all).toBeGreaterThan(30);
      if (javaScriptEnabled) await expectSoundPage(page);

      await page
        .getByRole("navigation", { name: "Module" })
        .getByRole("link", { name: "2", exact: true })
        .click();
      await expect(page.getByRole("heading", { level: 2, name: "Module 2", exact: true })).toBeVisible();
      const ofModule = await entries.count();
      expect(ofModule).toBeLessThan(all);
      if (javaScriptEnabled) await expectSoundPage(page);

      await page.getByRole("navigation", { name: "How" }).getByRole("link", { name: "Face to face" }).click();
      await expect(
        page.getByRole("heading", { level: 2, name: "Module 2, face to face", exact: true }),
      ).toBeVisible();
      expect(await entries.count()).toBeLessThan(ofModule);
      await expect(entries.first()).toHaveText("Face-to-face event 1");

      await entries.first().click();
      await expect(page).toHaveURL(/module=2#item-\d+$/);
      await expect(page.locator(":target")).toContainText("Face-to-face event 1");
      await page.goto("/programmes/npqel/route-map?module=1&mode=nonsense");
      await expect(page.getByRole("heading", { level: 2, name: "Module 1", exact: true })).toBeVisible();
    });
  });
}
