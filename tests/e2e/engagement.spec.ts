import { expect, type Page, test } from "@playwright/test";
import { cohortManager } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { ask } from "./support/database";
import { signedInAs } from "./support/people";

/** A manager finds who needs a word, writes down that she rang, and writes to those who are behind. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", { tag: "@desk" }, () => {
    test.use({ javaScriptEnabled });
    const soundPage = async (page: Page) => expectSoundPage(page, { axe: javaScriptEnabled });

    test("who needs a word, who had one, and a letter to those ticked", async ({ page, context }, info) => {
      const phone = info.project.name === "phone";
      await signedInAs(context, cohortManager.email);
      const [cohort] = await ask<{ id: string }>(`SELECT id FROM "Cohort" WHERE slug = 'spring-2026'`);
      const home = `/staff/cohorts/${cohort?.id}`;

      await page.goto(home);
      await page.getByRole("link", { name: /^Alerts/ }).click();
      const dilys = page.getByRole("row", { name: /Dilys Probert/ });
      await expect(dilys).toContainText("below the 90% line since");
      // What was logged last depends on which way through came first.
      await expect(dilys).toContainText("Ruth Calder, by");
      await soundPage(page);

      await dilys.getByRole("link", { name: "Log a contact" }).click();
      const words = `Rang at lunch, ${info.project.name} ${javaScriptEnabled}.`;
      await page.getByRole("radio", { name: "By phone" }).check();
      await page.getByLabel("What was said").fill(words);
      await page.getByRole("button", { name: "Log the contact" }).click();
      await expect(page.getByRole("alert").getByText("Enter what came of it")).toBeVisible();
      await expect(page.getByLabel("What was said")).toHaveValue(words);
      await page.getByLabel("What came of it").fill("She logs her study on Friday.");
      await page.getByRole("button", { name: "Log the contact" }).click();
      const entry = page.getByRole("listitem").filter({ hasText: words });
      await expect(entry).toContainText("Ruth Calder");
      await entry.getByRole("link", { name: /Put it right/ }).click();
      await page.getByLabel("What came of it").fill("She logs her study on Monday.");
      await page.getByRole("button", { name: "Save the new entry" }).click();
      await expect(entry).toHaveCount(2);
      await expect(entry.filter({ hasText: "put right since" })).toHaveCount(1);
      await soundPage(page);

      await page.goto(`${home}/participants?show=below&sort=to_date`);
      await expect(page.getByRole("heading", { level: 1, name: "Participants" })).toBeVisible();
      await soundPage(page);
      await page.getByRole("link", { name: "Overdue", exact: true }).click();
      await expect(page).toHaveURL(/show=below&sort=overdue&dir=desc/);
      await expect(page.getByLabel("Tick Dilys Probert")).toBeVisible();

      // The same from the alerts, where the letter begins with words for the reason.
      await page.getByRole("link", { name: /^Alerts/ }).click();
      await page.getByRole("link", { name: /^Below the line to date/ }).click();
      await page.getByLabel("Tick Dilys Probert").check();
      await page.getByLabel("Tick Gareth Lowe").check();
      await page.getByRole("button", { name: "Write to those ticked" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Write to 2 participants" })).toBeVisible();
      await soundPage(page);
      await expect(page.getByRole("link", { name: "Below the line" })).toHaveAttribute(
        "aria-current",
        "page",
      );
      await page.getByLabel("What you write").fill("Hello {surname},\n\n{engagement}");
      await page.getByRole("button", { name: "Read what each will read" }).click();
      await expect(page.getByRole("alert").getByText("{surname} cannot be filled in")).toBeVisible();
      await page.getByLabel("What you write").fill("Hello {first name},\n\n{engagement}");
      await page.getByRole("button", { name: "Read what each will read" }).click();
      await expect(page.getByText("Hello Gareth,")).toBeVisible();
      await soundPage(page);
      await page.getByRole("button", { name: "Send all 2" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Written to 2 participants" })).toBeVisible();
      await expect(page.getByText("Hello Dilys,")).toBeVisible();
      await soundPage(page);

      // The words that letters begin with are the programme's, and can be seen filled in before they are kept.
      await page.goto("/staff/programmes/npqel/letters");
      await soundPage(page);
      await page.getByRole("link", { name: "Three or more overdue" }).click();
      const template = page.getByLabel("What you write");
      const before = await template.inputValue();
      await template.fill("Hello {surname},");
      await page.getByRole("button", { name: "See it filled in" }).click();
      await expect(page.getByRole("alert").getByText("{surname} cannot be filled in")).toBeVisible();
      // The words are the programme's, so that the second way through finds what the first left.
      const all = phone ? "and everybody" : "and all";
      await template.fill(before.replace(/\{first name\}[^,]*/, `{first name} ${all}`));
      await page.getByRole("button", { name: "See it filled in" }).click();
      await expect(page.getByRole("heading", { name: "How it would read" })).toBeVisible();
      await expect(page.getByText(new RegExp(`^Hello \\w+ ${all},`)).first()).toBeVisible();
      await expect(template).toHaveValue(new RegExp(`\\{first name\\} ${all},`));
      await soundPage(page);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("The next letter begins with these words")).toBeVisible();

      await page.goto(`${home}/heat-map`);
      await soundPage(page);
      if (phone) {
        await expect(page.getByRole("table", { name: "By milestone, all who are active" })).toBeVisible();
        return;
      }
      await page
        .getByRole("row", { name: /Dilys Probert/ })
        .getByRole("link", { name: /: overdue/ })
        .first()
        .click();
      await expect(page).toHaveURL(/#milestone-/);
      await expect(page.getByRole("heading", { level: 1, name: "Dilys Probert" })).toBeVisible();
      await soundPage(page);
    });
  });
}
