import { expect, type Page, test } from "@playwright/test";
import { administrator, cohortManager } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** A cohort manager's morning: from Today to what needs her and back, without a mouse. */

const AREA = { name: "Staff" };

/** Tabs on until the focus is on it, and says that one can see where the focus is. */
async function tabTo(page: Page, name: RegExp, most = 120): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press("Tab");
    const [text, seen] = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return ["", true] as const;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const label = focused instanceof HTMLInputElement ? (focused.labels?.[0]?.textContent ?? "") : "";
      return [label || focused.textContent || "", outlineStyle !== "none" && outlineWidth !== "0px"] as const;
    });
    expect(seen, `one sees that the focus is on "${text}"`).toBe(true);
    if (name.test(text.trim())) return;
  }
  throw new Error(`No way by keyboard to ${name}`);
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", { tag: "@desk" }, () => {
    test.use({ javaScriptEnabled });

    test("Ruth goes from Today to an application, a register and a correction by keyboard", async ({
      page,
      context,
    }) => {
      await signedInAs(context, cohortManager.email);
      await page.goto("/staff");
      await expect(heading(page)).toHaveText("Today");
      if (javaScriptEnabled) await expectSoundPage(page);
      for (const [kind, place] of [
        [/^Applications \(/, /\/staff\/applications/],
        [/^Registers \(/, /\/staff\/events/],
        [/^Corrections \(/, /\/staff\/corrections/],
      ] as const) {
        await page.goto("/staff");
        await tabTo(page, kind);
        await page.keyboard.press("Enter");
        await expect(page).toHaveURL(/\?kind=/);
        const first = page.locator(".today-list > li > div > a").first();
        const title = (await first.textContent()) ?? "";
        await tabTo(page, new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
        await page.keyboard.press("Enter");
        await expect(page).toHaveURL(place);
        await expect(heading(page)).toBeVisible();
      }
      await tabTo(page, /^Office$/);
      await page.keyboard.press("Enter");
      await tabTo(page, /^Audit log$/, 6);
      await page.keyboard.press("Enter");
      await expect(heading(page)).toHaveText("Audit log");
      await expect(page.getByRole("navigation", AREA)).toBeVisible();
    });
  });
}

test(
  "two managers put the same record right: the second is told, and keeps what they typed",
  { tag: "@desk" },
  async ({ browser }, info) => {
    const open = async (email: string) => {
      const context = await browser.newContext({ ...info.project.use });
      await signedInAs(context, email);
      return context.newPage();
    };
    const ruth = await open(cohortManager.email);
    await ruth.goto("/staff");
    await ruth.getByRole("searchbox", { name: "Search people" }).fill("imran qureshi");
    await ruth.getByRole("button", { name: "Search", exact: true }).click();
    await ruth.getByRole("main").getByRole("link", { name: "Imran Qureshi" }).first().click();
    await expectSoundPage(ruth);
    const row = ruth
      .locator("tbody tr")
      .filter({ has: ruth.locator(".record-time") })
      .first();
    await row.getByRole("rowheader").getByRole("link").first().click();
    await expectSoundPage(ruth);
    const second = await open(administrator.email);
    await second.goto(ruth.url());
    const fill = async (page: Page, minutes: string, reason: string) => {
      const form = page
        .locator("form")
        .filter({ has: page.getByRole("button", { name: "Save the record" }) });
      await form.getByLabel("Minutes it comes to").fill(minutes);
      await form.getByLabel("The reason").fill(reason);
      await form.getByRole("button", { name: "Save the record" }).click();
    };
    await fill(ruth, "30", "The register was wrong.");
    await expect(ruth.getByText("The record is saved.")).toBeVisible();
    await fill(second, "40", "I had another list.");
    await expect(second).toHaveTitle(/^Error: /);
    await expect(second.getByLabel("The reason").first()).toHaveValue("I had another list.");
    await ruth.reload();
    await expect(ruth.getByText("The register was wrong.").first()).toBeVisible();
  },
);
