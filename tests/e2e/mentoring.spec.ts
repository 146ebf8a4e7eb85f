import { expect, type Page, test } from "@playwright/test";
import { cohortManager } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { linkInNewMail, newAddress, signedInAs } from "./support/people";

/** Whose check-in waits for a mentor who does not answer, or was not confirmed: one for each way through. */
const PEOPLE = { with: "Kwame Asante", without: "Tobias Wren" };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      if (javaScriptEnabled) await expectSoundPage(page);
    };

    test("a participant names another mentor, who confirms the check-in by a link; Ruth sees it", async ({
      page,
      context,
      browser,
    }, info) => {
      const name = PEOPLE[javaScriptEnabled ? "with" : "without"];
      await signedInAs(context, `${name.toLowerCase().replace(" ", ".")}@example.org`);
      await page.goto("/dashboard");
      await page.getByRole("link", { name: "Mentor", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your mentor");
      await sound(page);
      await page.getByRole("link", { name: "Name another mentor" }).click();
      await page.getByRole("button", { name: "Name this mentor" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await sound(page);
      const address = newAddress("flora.dean");
      await page.getByLabel("Name").fill("Flora Dean");
      await page.getByLabel("E-mail address").fill(address);
      await page.getByLabel("Job title").fill("Chief executive");
      await page.getByRole("button", { name: "Name this mentor" }).click();
      await expect(page.getByText("Your mentor is named, and we have written to them.")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Before" })).toBeVisible();
      await sound(page);

      await page.getByRole("link", { name: "NPQ mentor check-in, module 1" }).click();
      await sound(page);
      if (javaScriptEnabled) await page.getByRole("link", { name: "Correct it" }).click();
      await page.getByLabel("When did you meet?").fill("2026-11-30");
      await page.getByLabel("What did you talk about?").fill("What the trust reads, and why.");
      await page.getByLabel("What are the next steps?").fill("We meet again in January.");
      await page.getByRole("button", { name: "Save and go on" }).click();
      await expect(page.getByRole("link", { name: "Enter a day that is not in the future" })).toBeVisible();
      await expect(page.getByLabel("What are the next steps?")).toHaveValue("We meet again in January.");
      await page.getByLabel("When did you meet?").fill("2026-11-20");
      await page.getByRole("button", { name: "Save and go on" }).click();
      await expect(page.getByText("It is saved, and Flora Dean has not seen it yet.")).toBeVisible();
      await sound(page);
      await page.getByRole("button", { name: "Send it to Flora Dean" }).click();
      await expect(page.getByText("We have written to Flora Dean.")).toBeVisible();
      await sound(page);

      const apart = await browser.newContext({ ...info.project.use, javaScriptEnabled });
      const flora = await apart.newPage();
      // Named first; for some, the check-in was there already.
      const link = await linkInNewMail(flora, address, 1, "/mentor/");
      await flora.goto(link);
      await expect(flora.getByRole("heading", { name: "One thing waits for you" })).toBeVisible();
      await sound(flora);
      await flora.getByRole("link", { name: `${name}: NPQ mentor check-in, module 1` }).click();
      await expect(flora.getByText("What the trust reads, and why.")).toBeVisible();
      await sound(flora);
      await flora.getByRole("button", { name: "Send your answer" }).click();
      await expect(flora.getByRole("link", { name: "Say whether it took place" })).toBeVisible();
      await flora.getByRole("radio", { name: /^Yes, we met on Friday 20 November 2026/ }).check();
      await flora.getByLabel("In your own words").fill("It is going well.");
      await flora.getByRole("button", { name: "Send your answer" }).click();
      await expect(flora.getByText("Thank you: your answer is saved")).toBeVisible();
      await expect(flora.getByText("Nothing waits for you now.")).toBeVisible();
      await flora.close();

      await page.reload();
      await expect(page.getByText("It is going well.")).toBeVisible();
      await expect(page.getByText("Flora Dean, Monday 23 November 2026: it took place")).toBeVisible();
      await sound(page);
      await page.goto("/dashboard/route-map");
      await page.getByRole("link", { name: "NPQ mentor check-in" }).first().click();
      await expect(page.getByText("confirmed by the mentor, Flora Dean")).toBeVisible();

      await signedInAs(context, cohortManager.email);
      await page.goto("/staff/cohorts");
      await page.getByRole("link", { name: /Spring 2026/ }).click();
      await page.getByRole("link", { name: "Mentors", exact: true }).click();
      await expect(page.getByRole("row", { name: /Rosalind Teague/ })).toContainText("nobody is named");
      await sound(page);
      await page.getByRole("link", { name: /^all \(/ }).click();
      await page.getByRole("link", { name }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Mentor of ${name}`);
      await expect(page.getByRole("main")).not.toContainText("It is going well.");
      await sound(page);
      await page.getByRole("button", { name: "Withdraw the link" }).click();
      await expect(page.getByText("The link is withdrawn.")).toBeVisible();
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link leads nowhere any more");
      await sound(page);
    });
  });
}
