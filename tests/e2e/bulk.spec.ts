import { expect, type Page, test } from "@playwright/test";
import { administrator } from "../../prisma/seed/cast";
import { applicants, withdraws } from "./support/bulk-people";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** One thing done with several applications: ticked in the queue, looked through, done, and told of each. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", { tag: "@desk" }, () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      await expectSoundPage(page, { axe: javaScriptEnabled });
    };
    const line = (page: Page, name: string) =>
      page.getByRole("row", { name: new RegExp(`${name} Marlow`) }).first();
    const choose = (page: Page, act: string) => page.getByRole("button", { name: act, exact: true }).click();

    test("Miles offers, reminds and rejects, and sees who was left out and why", async ({
      page,
      context,
    }) => {
      const { cohortId, mark, email } = await applicants();
      const queue = `/staff/applications?cohort=${cohortId}`;
      await signedInAs(context, administrator.email);

      await page.goto(queue);
      await sound(page);
      await choose(page, "Offer");
      await expect(page.getByText("Nobody is ticked.")).toBeVisible();
      await sound(page);

      await page.goto(queue);
      await page.getByRole("link", { name: "Tick all on this page" }).click();
      await expect(page.getByRole("link", { name: "Tick none" })).toBeVisible();
      await expect(page.getByRole("checkbox", { name: "Tick Dan Marlow" })).toBeChecked();
      await choose(page, "Offer");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Offer places");
      await expect(page.getByText("Nothing has happened yet")).toBeVisible();
      await expect(
        page.getByText("2 places are left in this cohort; 1 of them can be funded."),
      ).toBeVisible();
      await expect(line(page, "Ana")).toContainText("is offered a place, fee paid");
      await expect(line(page, "Cleo")).toContainText("The sponsor has not endorsed it.");
      await expect(line(page, "Dan")).toContainText("not under review, nor on the waiting list");
      await expect(page.getByRole("main")).toContainText(email("ana"));
      await sound(page);

      await page.getByRole("link", { name: "a funded place" }).click();
      await expect(page.getByRole("button", { name: "Offer 1 funded place" })).toBeVisible();
      await expect(line(page, "Ben")).toContainText("No funded place is left for it.");
      await sound(page);
      await page.getByRole("link", { name: "a place, fee paid" }).click();
      await page.getByRole("link", { name: "offer all the same, with a reason" }).click();
      await expect(page.getByText(/3 could be offered one, and 2 places are left/)).toBeVisible();
      await choose(page, "Offer 2 places");
      await expect(
        page.getByRole("link", { name: "Enter why these offers do not wait for the endorsement" }),
      ).toBeVisible();
      await sound(page);
      await page.getByLabel("Why these offers do not wait").fill("Their sponsors are on leave");
      await withdraws(email("ben"));
      await choose(page, "Offer 2 places");

      await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 place offered");
      await expect(line(page, "Ana")).toContainText("Place offered");
      await expect(line(page, "Ben")).toContainText("this one is neither any more");
      await sound(page);

      await page.goto(queue);
      await page.getByRole("checkbox", { name: "Tick Ana Marlow" }).check();
      await page.getByRole("checkbox", { name: "Tick Cleo Marlow" }).check();
      await choose(page, "Remind");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Remind of an offer to be answered");
      await expect(page.getByText("Your offer waits for your answer").first()).toBeVisible();
      await expect(page.getByText(/Please accept or decline it by Monday 7 December 2026/)).toBeVisible();
      await sound(page);
      await choose(page, "Remind 1 applicant");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 applicant reminded of an offer");
      await expectMail(page, email("ana"), "Your offer waits for your answer");
      await page.goto(queue);
      await page.getByRole("checkbox", { name: "Tick Ana Marlow" }).check();
      await page.getByRole("checkbox", { name: "Tick Cleo Marlow" }).check();
      await choose(page, "Remind");
      await page.getByRole("link", { name: "an offer to be answered (0)" }).click();
      await expect(line(page, "Ana")).toContainText("A reminder has gone out today already.");
      await page.getByRole("link", { name: "an endorsement awaited (1)" }).click();
      await expect(line(page, "Cleo")).toContainText("Helen Marchbank, the sponsor, gets an e-mail");
      await sound(page);
      await choose(page, "Remind 1 sponsor");
      await expectMail(page, email("helen"), "Cleo Marlow’s application waits for your answer");

      await page.goto(queue);
      await page.getByRole("checkbox", { name: "Tick Cleo Marlow" }).check();
      await choose(page, "Reject");
      await choose(page, "Read what the applicant will read");
      await expect(page.getByRole("link", { name: "Choose at least one reason" })).toBeVisible();
      await page.getByLabel("Does not lead several schools yet").check();
      await page.getByLabel("Your own words to the applicant").fill("We liked what you wrote about reading.");
      await choose(page, "Read what the applicant will read");
      await expect(page.getByText("Nothing is sent yet.")).toBeVisible();
      await expect(page.getByText("We liked what you wrote about reading.")).toBeVisible();
      await sound(page);
      await choose(page, "Reject 1 application");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 application rejected");
      await expectMail(page, email("cleo"), "About your application");

      await page.goto(queue);
      await page.getByRole("link", { name: "Done before, and reminders to everybody" }).click();
      await sound(page);
      await page.goto(`/staff/applications/bulk?cohort=${cohortId}`);
      await expect(page.getByRole("row", { name: new RegExp(`Bulk ${mark}|Miles`) })).toHaveCount(4);
      await sound(page);
      await page.getByRole("link", { name: "1 place offered" }).click();
      await expect(line(page, "Ben")).toContainText("withdrawn");
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
