import { expect, test } from "@playwright/test";
import { cohortManager } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { newAddress, signedInAs, signIn } from "./support/people";

/** The spine: a leader reads, signs in, applies; a manager offers; the leader accepts and has a route map. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("from visitor to participant", async ({ page, browser }) => {
      const email = newAddress("marian.holt");

      await page.goto("/");
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.goto("/programmes/npqel");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Executive Leadership");
      await expect(page.getByText("£4,918.80").first()).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);

      await signIn(page, email);
      await page.goto("/applications");
      await page.getByRole("button", { name: "Apply for Spring 2027" }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText("About you");
      await page.getByLabel("Full name").fill("Marian Holt");
      await page.getByLabel("Teacher reference number").fill("12345");
      await page.getByRole("radio", { name: "Yes" }).check();
      await page.getByRole("button", { name: "Save and continue" }).click();
      await expect(page).toHaveTitle(/^Error: About you/);
      await expect(page.getByRole("link", { name: /seven digits/ })).toBeVisible();
      await expect(page.getByLabel("Full name")).toHaveValue("Marian Holt");
      await expect(page.getByLabel("Teacher reference number")).toHaveValue("12345");
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByLabel("Teacher reference number").fill("RP 12 34567");
      await page.getByRole("button", { name: "Save and continue" }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your work, and who pays");
      await page.getByLabel("Your school or trust").fill("Harrow Beck Trust");
      await page.getByLabel("Your role").fill("Executive headteacher");
      await page.getByRole("radio", { name: "My school or trust pays" }).check();
      await page.getByLabel("Your sponsor's name").fill("Dora Penn");
      await page.getByLabel("Your sponsor's e-mail address").fill("dora.penn@example.org");
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("button", { name: "Save and continue" }).click();

      await page
        .getByLabel("Why this programme, and why now?")
        .fill("Two schools now, a third in September.");
      await page.getByRole("button", { name: "Save and continue" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
      await expect(page.getByText("1234567")).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("button", { name: "Send the application" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: "Send the application" }).click();
      await expect(page.getByText("Your application is sent.")).toBeVisible();
      const reference = /NPQEL-[A-Z0-9]{6}/.exec(page.url())?.[0] ?? "";
      await expect(page.getByText(`Reference ${reference}`)).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      const home = page.url();

      const office = await browser.newContext({ javaScriptEnabled });
      const manager = await office.newPage();
      await signedInAs(office, cohortManager.email);
      await manager.goto(`/staff/applications?q=${reference}`);
      if (javaScriptEnabled) await expectSoundPage(manager);
      await manager.getByRole("link", { name: "Marian Holt" }).click();
      await manager.getByRole("button", { name: "Begin the review" }).click();
      await expect(manager.getByText("The application is under review.")).toBeVisible();
      await manager.getByRole("link", { name: "Offer a place" }).click();
      await manager.getByRole("radio", { name: "No, the fee is paid" }).check();
      await manager
        .getByLabel("Why the offer does not wait for the endorsement")
        .fill("Dora Penn has told us by telephone.");
      await manager.getByRole("button", { name: "Offer the place" }).click();
      await expect(manager.getByText("The place is offered and held.")).toBeVisible();
      await manager.goto("/applications/NPQEL-AAAAAA");
      await expect(manager.getByRole("heading", { level: 1 })).toHaveText("Page not found");
      await office.close();

      await page.goto(home);
      await page.getByRole("link", { name: "Accept the place" }).click();
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: "Accept the place" }).click();
      await expect(page.getByText("Your place is confirmed.")).toBeVisible();
      await page.getByRole("link", { name: "Go to your programme" }).click();
      await expect(page).toHaveURL(/\/dashboard/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Marian");
      if (javaScriptEnabled) await expectSoundPage(page);
    });
  });
}
