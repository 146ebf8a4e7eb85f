import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The rules of axe that a page's width can change; the rest have been asked at the other width, of the same markup. */
const RULES_OF_WIDTH = ["target-size", "scrollable-region-focusable"];
const NARROW = 500;

/**
 * What has to hold on every page that a journey passes.
 * @param axe false where the browser runs no scripts: axe is one
 */
export async function expectSoundPage(page: Page, { axe = true } = {}): Promise<void> {
  // A page that was come to by a link may still be taking its place.
  await expect(page, "the page has a title").toHaveTitle(/./);
  expect(await page.locator("h1").count(), "one first heading").toBe(1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "no sideways scrolling").toBeLessThanOrEqual(0);
  if (!axe) return;
  // A page of the same make, at the same width, says nothing new to axe, and axe is what journeys wait for most.
  const make = await page.evaluate(makeOf);
  if (checked.has(make)) return;
  const narrow = (page.viewportSize()?.width ?? 0) < NARROW;
  const asked = new AxeBuilder({ page });
  if (narrow) asked.withRules(RULES_OF_WIDTH);
  else asked.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  // There are no frames from elsewhere, which is all that its other mode opens a second page for.
  const { violations } = await asked.setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual(
    [],
  );
  checked.add(make);
}

const checked = new Set<string>();

/** Runs in the page: what axe looks at, words apart. Elements, their classes and attributes, and which are empty. */
function makeOf(): string {
  const meant = /^(?:aria-|role$|type$|scope$|for$|lang$|alt$|autocomplete$|disabled$|tabindex$)/;
  const parts = [`${innerWidth}`, matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"];
  for (const element of document.querySelectorAll("*")) {
    const attributes = [...element.attributes].map(({ name, value }) =>
      meant.test(name) ? `${name}=${value}` : name,
    );
    parts.push(
      `${element.tagName}.${element.className} ${attributes.join(" ")} ${element.textContent?.trim() ? "" : "-"}`,
    );
  }
  return parts.join("\n");
}
