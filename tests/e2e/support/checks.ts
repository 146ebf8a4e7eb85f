import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What has to hold on every page that a journey passes. */
export async function expectSoundPage(page: Page): Promise<void> {
  // A page that was come to by a link may still be taking its place.
  await expect(page, "the page has a title").toHaveTitle(/./);
  expect(await page.locator("h1").count(), "one first heading").toBe(1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "no sideways scrolling").toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual(
    [],
  );
}
