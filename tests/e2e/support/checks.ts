import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * What has to hold on every page that a journey passes.
 * @param axe false where the browser runs no scripts: axe is one
 */
export async function expectSoundPage(page: Page, { axe = true } = {}): Promise<void> {
  // A page that was come to by a link may still be taking its place.
  await expect(page, "the page has a title").toHaveTitle(/./);
  const { headings, overflow, makes } = await page.evaluate(look);
  expect(headings, "one first heading").toBe(1);
  expect(overflow, "no sideways scrolling").toBeLessThanOrEqual(0);
  // Where all has been looked at before, axe has nothing new to say, and it is what journeys wait for most.
  if (!axe || makes.every((make) => checked.has(make))) return;
  const asked = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  // There are no frames from elsewhere, which is all that its other mode opens a second page for.
  const { violations } = await asked.setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual(
    [],
  );
  for (const make of makes) checked.add(make);
}

/** What this worker's axe has looked at. */
const checked = new Set<string>();

/**
 * Runs in the page. `makes` is what axe looks at, words apart, each once: an element with its attributes, whether it is
 * empty, in all that it stands in, at this width, in this light.
 */
function look(): { headings: number; overflow: number; makes: string[] } {
  const meant = /^(?:aria-|role$|type$|scope$|for$|lang$|alt$|autocomplete$|disabled$|tabindex$)/;
  const light = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const makes = new Set<string>();
  const walk = (element: Element, around: string) => {
    const where = `${around} ${element.tagName}.${element.getAttribute("class") ?? ""}`;
    const attributes = [...element.attributes].map(({ name, value }) =>
      meant.test(name) ? `${name}=${value}` : name,
    );
    makes.add(`${where} ${attributes.join(" ")} ${element.textContent?.trim() ? "" : "-"}`);
    for (const child of element.children) walk(child, where);
  };
  walk(document.documentElement, `${innerWidth} ${light}`);
  const { scrollWidth, clientWidth } = document.documentElement;
  return {
    headings: document.querySelectorAll("h1").length,
    overflow: scrollWidth - clientWidth,
    makes: [...makes],
  };
}
