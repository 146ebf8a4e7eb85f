import { expect, test } from "@playwright/test";
import { cohortManager } from "../../prisma/seed/cast";
import { fillTheRest } from "./support/application-form";
import { expectSoundPage } from "./support/checks";
import { newAddress, signedInAs, signIn } from "./support/people";

/** The spine: a leader reads, signs in, applies; a manager offers; the leader accepts and has a route map. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", { tag: "@desk" }, () => {
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

      await expect(page).toHaveURL(/\/applications\/NPQEL-/);
      const home = page.url();
      const reference = /NPQEL-[A-Z0-9]{6}/.exec(home)?.[0] ?? "";
      await expect(page.getByText("0 of 12 parts done.")).toBeVisible();
      const look = async () => {
        if (javaScriptEnabled) await expectSoundPage(page);
      };
      await look();
      await page.getByRole("link", { name: "Begin" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your name");
      await page.getByLabel("Full name").fill("Marian Holt");
      await look();
      await page.getByRole("button", { name: "Save and continue" }).click();

      await page.getByLabel("Teacher reference number").fill("12345");
      await page.getByRole("radio", { name: "Yes" }).check();
      await page.getByRole("button", { name: "Save and continue" }).click();
      await expect(page).toHaveTitle(/^Error: Registration with DfE/);
      await expect(page.getByRole("link", { name: /seven digits/ })).toBeVisible();
      await expect(page.getByRole("radio", { name: "Yes" })).toBeChecked();
      await expect(page.getByLabel("Teacher reference number")).toHaveValue("12345");
      await look();
      // What was right is saved all the same, and the task list says so.
      await page.goto(home);
      await expect(page.getByText("2 of 12 parts done.")).toBeVisible();
      await page.getByRole("link", { name: "Registration with DfE" }).click();
      await page.getByLabel("Teacher reference number").fill("RP 12 34567");
      await page.getByRole("button", { name: "Save and continue" }).click();

      await fillTheRest(page, look);
      await expect(page.getByText("1234567")).toBeVisible();
      await look();
      await page.getByRole("link", { name: "Change job title" }).click();
      await page.getByLabel("Your job title").fill("Executive head of two schools");
      await page.getByRole("button", { name: "Save and go back" }).click();
      await expect(page.getByText("Executive head of two schools")).toBeVisible();
      await page.getByRole("button", { name: "Send the application" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your application is sent");
      await expect(page.getByText(reference)).toBeVisible();
      await expect(page.getByText("Monday 14 December 2026")).toBeVisible();
      await look();
      await page.getByRole("link", { name: "read and print it here" }).click();
      await expect(page.getByText("No celery, please.")).toBeVisible();
      await look();
      await page.goto(home);
      await page.getByRole("link", { name: "Answer four optional equality questions" }).click();
      await look();
      await page.getByRole("radio", { name: "40 to 49" }).check();
      await page.getByRole("button", { name: "Send these answers" }).click();
      await expect(page.getByText("The equality questions are done.")).toBeVisible();
      await expect(page.getByText("You will hear from us by Monday 14 December 2026.")).toBeVisible();
      await look();

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
      await page.getByRole("checkbox", { name: "The time" }).check();
      await page.getByLabel("Who do we write to about it?").fill("Nora Finch");
      await page.getByRole("button", { name: "Accept the place" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("link", { name: "Tick all four to take the place" })).toBeVisible();
      await expect(page.getByLabel("Who do we write to about it?")).toHaveValue("Nora Finch");
      await expect(page.getByRole("checkbox", { name: "The time" })).toBeChecked();
      for (const each of ["The fee", "Taking part", "Travel"])
        await page.getByRole("checkbox", { name: each }).check();
      await page.getByLabel("Their e-mail address").fill("finance@example.org");
      await page.getByLabel("Address", { exact: true }).fill("Two Weirs Primary School\n1 Mill Lane");
      await page.getByLabel("Postcode").fill("M1 1AE");
      await page.getByRole("button", { name: "Accept the place" }).click();
      await expect(page.getByText("Your place is confirmed.")).toBeVisible();
      await page.getByRole("link", { name: "Go to your programme" }).click();
      await expect(page).toHaveURL(/\/dashboard/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Marian");
      if (javaScriptEnabled) await expectSoundPage(page);
    });
  });
}
