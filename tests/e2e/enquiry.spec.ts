import { expect, type Page, test } from "@playwright/test";
import { administrator, cohortManager } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { newAddress, signedInAs } from "./support/people";

/** A visitor asks a question; the team answers it by e-mail, or sets it aside. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      if (javaScriptEnabled) await expectSoundPage(page);
    };

    test("Tariq asks a question, and Ruth's answer reaches him although Miles had it open", async ({
      page,
      browser,
    }, info) => {
      const email = newAddress("tariq.mahmood");
      await page.goto("/programmes/npqel");
      await page.getByRole("main").getByRole("link", { name: "ask us a question" }).click();
      await expect(page.getByLabel("Which programme is it about?")).toHaveValue("npqel");
      await expect(page.getByText("Please do not telephone other departments")).toBeVisible();
      await sound(page);

      await page.getByLabel("Your name").fill("Tariq Mahmood");
      await page.getByLabel("Your question").fill("Is there help with travel?");
      await page.getByRole("button", { name: "Send the question" }).click();
      await expect(page).toHaveTitle(/^Error: Ask us a question/);
      await expect(page.getByRole("link", { name: /^Enter an e-mail address/ })).toBeVisible();
      await expect(page.getByLabel("Your question")).toHaveValue("Is there help with travel?");
      await expect(page.getByLabel("Which programme is it about?")).toHaveValue("npqel");
      await sound(page);
      await page.getByLabel("E-mail address").fill(email);
      await page.getByRole("button", { name: "Send the question" }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText("We have your question");
      const reference = (await page.locator("main strong").first().textContent()) ?? "";
      expect(reference).toMatch(/^Q-[2-9A-Z]{6}$/);
      await expect(page.getByText(/We answer by e-mail by Wednesday 25 November 2026/)).toBeVisible();
      await sound(page);
      const receipt = page.url();
      await expectMail(page, email, "We have your question");

      const open = async (who: string) => {
        const context = await browser.newContext({ ...info.project.use, javaScriptEnabled });
        await signedInAs(context, who);
        const staff = await context.newPage();
        await staff.goto(`/staff/enquiries?q=${reference}`);
        await expect(staff.getByText(/wait.*In the last 30 days/)).toBeVisible();
        await sound(staff);
        await staff.getByRole("main").getByRole("link", { name: "Tariq Mahmood" }).click();
        await expect(staff.getByRole("heading", { level: 1 })).toHaveText("Tariq Mahmood asks");
        return staff;
      };
      const ruth = await open(cohortManager.email);
      const miles = await open(administrator.email);
      await sound(ruth);

      await ruth.getByRole("button", { name: "Send the answer" }).click();
      await expect(ruth.getByRole("link", { name: "Enter your answer" })).toBeVisible();
      await ruth.getByLabel("Your answer").fill("There is.\n\nTell us where you start from.");
      await ruth.getByRole("button", { name: "Send the answer" }).click();
      await expect(ruth.getByText("The answer is on its way by e-mail.")).toBeVisible();
      await expect(ruth.getByText(/Ruth Calder answered/)).toBeVisible();
      await expect(ruth.getByLabel("Another answer")).toHaveValue("");
      await sound(ruth);

      await miles.getByLabel("Your answer").fill("No, but the residential is paid for.");
      await miles.getByRole("button", { name: "Send the answer" }).click();
      await expect(miles.getByText(/Somebody else dealt with this enquiry/)).toBeVisible();
      await expect(miles.getByLabel("Another answer")).toHaveValue("No, but the residential is paid for.");
      await expect(miles.getByText(/Ruth Calder answered/)).toBeVisible();
      await sound(miles);

      await expectMail(page, email, `Our answer to your question: ${reference}`);
      await page
        .getByRole("link", { name: /Our answer/ })
        .first()
        .click();
      await expect(page.getByText("> Is there help with travel?").first()).toBeVisible();
      await page.goto(receipt);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your question is answered");
      await sound(page);
    });

    test("Ruth finds the queue from Today and sets advertising aside", { tag: "@desk" }, async ({
      page,
      context,
    }) => {
      const name = `Best Deals ${Math.random().toString(36).slice(2, 8)}`;
      await page.goto("/");
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Contact" }).click();
      await page.getByLabel("Your name").fill(name);
      await page.getByLabel("E-mail address").fill(newAddress("best.deals"));
      await page.getByLabel("Your question").fill("Ask for our price list");
      await page.getByRole("button", { name: "Send the question" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("We have your question");

      await signedInAs(context, cohortManager.email);
      await page.goto("/staff");
      await expect(page.getByRole("link", { name: /^Enquiries \(/ })).toBeVisible();
      await sound(page);
      await page
        .getByRole("link", { name: /enquiries to answer/ })
        .first()
        .click();
      await sound(page);
      await expect(page.locator("tbody tr").first()).toContainText("late");
      await page.getByRole("link", { name }).click();
      await page.getByRole("link", { name: "Set it aside without an answer" }).click();
      await sound(page);
      await page.getByLabel("The reason").fill("Advertising");
      await page.getByRole("button", { name: "Set it aside" }).click();
      await expect(page.getByText("The enquiry is set aside. No e-mail goes out.")).toBeVisible();
      await sound(page);
      await page.goto("/staff/enquiries?show=set_aside");
      await expect(page.getByRole("link", { name })).toBeVisible();
      await sound(page);
    });
  });
}

/** Waits until that e-mail stands in the demo's mailbox. */
async function expectMail(page: Page, email: string, subject: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/dev/mailbox?to=${encodeURIComponent(email)}`);
    await expect(page.getByRole("main")).toContainText(subject, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}
