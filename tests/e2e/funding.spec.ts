import { expect, type Page, test } from "@playwright/test";
import { cohortManager, facilitators } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** Ruth looks after scholarships: a notice, a rule with a list from a file, a delivery partner. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", { tag: "@desk" }, () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      await expectSoundPage(page, { axe: javaScriptEnabled });
    };
    test.beforeEach(({ context }) => signedInAs(context, cohortManager.email));

    test("a notice is previewed, published, read by the public, and withdrawn", async ({ page }) => {
      const words = `Word ${Math.random().toString(36).slice(2, 8)}`;
      await page.goto("/staff/funding");
      await sound(page);
      await page.getByRole("main").getByRole("link", { name: "Executive Leadership (NPQEL)" }).click();
      await expect(page.getByText(/wait for news on scholarships/)).toBeVisible();
      await sound(page);
      await page.getByRole("link", { name: "Write a notice" }).click();
      await page.getByLabel("What is known").fill(`**${words}** is known.`);
      await page.getByRole("radio", { name: /Later/ }).check();
      await page.getByRole("button", { name: "Preview" }).click();
      await expect(page.getByRole("link", { name: "Enter the day it becomes public" })).toBeVisible();
      await sound(page);
      await page.getByRole("radio", { name: "At once" }).check();
      await page.getByRole("button", { name: "Preview" }).click();
      await expect(page.locator("strong", { hasText: words })).toBeVisible();
      await expect(page.getByText("It becomes public at once.")).toBeVisible();
      await sound(page);
      await page.getByRole("button", { name: "Change it" }).click();
      await expect(page.getByLabel("What is known")).toHaveValue(`**${words}** is known.`);
      await page.getByRole("button", { name: "Preview" }).click();
      await page.getByRole("button", { name: "Publish the notice" }).click();
      await expect(page.getByText(/The notice is kept/)).toBeVisible();
      await page.goto("/programmes/npqel");
      await expect(page.locator("#scholarships").getByText(`${words} is known.`)).toBeVisible();

      await page.goto("/staff/funding/npqel");
      await page.getByRole("link", { name: new RegExp(words) }).click();
      await sound(page);
      await page.getByRole("button", { name: "Withdraw the notice" }).click();
      await expect(page.getByText(/The notice is withdrawn/)).toBeVisible();
      await page.goto("/programmes/npqel");
      await expect(page.locator("#scholarships")).not.toContainText(words);
    });

    test("a list comes from a file, a rule goes by it, and both go again", async ({ page }) => {
      const mark = Math.random().toString(36).slice(2, 8);
      const urn = String(200_000 + Math.floor(Math.random() * 700_000));
      const list = `List ${mark}`;
      const file = (...lines: string[]) => ({
        name: `${mark}.csv`,
        mimeType: "text/csv",
        buffer: Buffer.from(["URN;List name;Valid from;Valid to", ...lines].join("\r\n")),
      });
      const good = `${urn};${list};01/09/2026;`;
      await page.goto("/staff/funding");
      await page.getByRole("link", { name: "Upload a file" }).click();
      await sound(page);
      await page.getByRole("button", { name: "Upload the file" }).click();
      await expect(page.getByRole("link", { name: "Choose a file that is not empty" })).toBeVisible();
      await page.getByLabel("The file", { exact: true }).setInputFiles(file(good, `12;${list};2026-09-01;`));
      await page.getByRole("button", { name: "Upload the file" }).click();
      await expect(page).toHaveTitle(/^Error: Upload a list/);
      await expect(page.getByRole("row", { name: /3 A URN has six digits/ })).toBeVisible();
      await sound(page);
      await page.getByLabel("The file", { exact: true }).setInputFiles(file(good));
      await page.getByRole("button", { name: "Only check it" }).click();
      await expect(page.getByText("The file is in order")).toBeVisible();
      await sound(page);
      await page.getByLabel("The file", { exact: true }).setInputFiles(file(good));
      await page.getByRole("button", { name: "Upload the file" }).click();
      await expect(page.getByText(/The file is taken/)).toBeVisible();
      await expect(page.getByText(`URN ${urn}`)).toBeVisible();
      await sound(page);
      const upload = page.url();

      await page.goto("/staff/funding/npqel/rules/new");
      await sound(page);
      await page.getByLabel("Name", { exact: true }).fill(`Rule ${mark}`);
      await page.getByLabel("What it pays and what it asks").fill("Half of the fee.");
      await page.getByRole("checkbox", { name: /state school/ }).check();
      await page.getByLabel(/List that/).fill(list);
      await page.getByRole("button", { name: "Save the rule" }).click();
      await expect(page.getByRole("link", { name: "Enter the first day it holds" })).toBeVisible();
      await sound(page);
      await page.getByLabel("First day").fill("2026-09-01");
      await page.getByRole("button", { name: "Save the rule" }).click();
      await expect(page.getByText(/The rule is saved/)).toBeVisible();
      await expect(page.getByText(`On the list “${list}” (1 today)`)).toBeVisible();

      const answers = "role=executive&setting=state&payer=scholarship";
      await page.goto(`/programmes/npqel/is-it-for-me?${answers}&number=${urn}`);
      await expect(page.getByRole("heading", { name: `Rule ${mark}: may apply to you` })).toBeVisible();
      await sound(page);
      await page.getByRole("link", { name: /Change the answer to: Where do you work/ }).click();
      await page.getByRole("radio", { name: "A British international school" }).check();
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByRole("link", { name: /Meridian Schools Partnership/ })).toHaveAttribute(
        "href",
        /^https:\/\/meridian\.example\.org\//,
      );
      await sound(page);

      await page.goto(upload);
      await page.getByRole("button", { name: "Take it away" }).click();
      await expect(page.getByText(/entries are off the lists/)).toBeVisible();
      await page.goto(`/programmes/npqel/is-it-for-me?${answers}&number=${urn}`);
      await expect(page.getByText(`Rule ${mark}`)).toHaveCount(0);
      await page.goto("/staff/funding/npqel");
      await page.getByRole("link", { name: `Rule ${mark}` }).click();
      await page.getByRole("button", { name: "Take it away" }).click();
      await expect(page.getByText("The rule is gone.")).toBeVisible();
    });

    test("a delivery partner is added, corrected and taken away", async ({ page }) => {
      const name = `Partner ${Math.random().toString(36).slice(2, 8)}`;
      await page.goto("/staff/funding/npqel/partners/new");
      await page.getByLabel("Name").fill(name);
      await page.getByLabel("Web address").fill("http://partner.example.org/");
      await page.getByRole("button", { name: "Save the partner" }).click();
      await expect(page.getByRole("link", { name: /begins with https/ })).toBeVisible();
      await sound(page);
      await page.getByLabel("Web address").fill("https://partner.example.org/");
      await page.getByRole("button", { name: "Save the partner" }).click();
      await page.getByRole("link", { name }).click();
      await sound(page);
      await page.getByLabel("Web address").fill("https://partner.example.org/npqel");
      await page.getByRole("button", { name: "Save the partner" }).click();
      await expect(page.getByText("https://partner.example.org/npqel")).toBeVisible();
      await page.getByRole("link", { name }).click();
      await page.getByRole("button", { name: "Take it away" }).click();
      await expect(page.getByText("The partner is gone.")).toBeVisible();
    });
  });
}

test("a facilitator finds nothing to do there", { tag: "@desk" }, async ({ page, context }) => {
  await signedInAs(context, facilitators[0].email);
  await page.goto("/staff/funding");
  await expect(page.getByText(/there is nothing here for you/)).toBeVisible();
});
