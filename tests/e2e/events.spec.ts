import { expect, test } from "@playwright/test";
import { cohortManager, participants } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** A participant chooses a residential and changes their mind; a manager adds an event, arranges its places, cancels it. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a place in Manchester, a turn for Oxford, and both given up", async ({ page, context }) => {
      // Somebody of their own for each way through, who has not chosen yet.
      const who = participants[javaScriptEnabled ? 15 : 17];
      const sound = () => (javaScriptEnabled ? expectSoundPage(page) : undefined);
      await signedInAs(context, who?.email ?? "");
      await page.goto("/dashboard/events");
      await expect(page.getByRole("heading", { name: "Choose your place: Residential 2" })).toBeVisible();
      await sound();
      await page.getByRole("link", { name: "Choose Manchester" }).click();
      await page.getByLabel("What should the kitchen know?").fill("No shellfish");
      await sound();
      await page.getByRole("button", { name: "Choose Manchester" }).click();
      await expect(page.getByText("You have a place. We have sent you an e-mail")).toBeVisible();
      await expect(page.getByText("No shellfish")).toBeVisible();
      await sound();

      // Oxford is full: one waits, and keeps Manchester.
      await page.getByRole("link", { name: "Change to another place" }).click();
      await page.getByRole("link", { name: "Wait for Oxford" }).click();
      await expect(page.getByText("Until then you keep your place in Manchester.")).toBeVisible();
      await page.getByRole("button", { name: "Go on the waiting list" }).click();
      await expect(page.getByText(/You are number \d+ on the waiting list\. Until a place/)).toBeVisible();
      await sound();
      await page.getByRole("link", { name: "Leave the waiting list" }).click();
      await page.getByRole("button", { name: "Leave the waiting list" }).click();
      await expect(page.getByText("It is given up")).toBeVisible();
      await page.getByRole("link", { name: /^Manchester/ }).click();
      await page.getByRole("link", { name: "Give up your place" }).click();
      await sound();
      await page.getByRole("button", { name: "Give up your place" }).click();
      await expect(page.getByRole("link", { name: "Choose Manchester" })).toBeVisible();

      // What was attended, for one's records.
      await page.getByRole("link", { name: "Your statement of attendance" }).click();
      await expect(page.getByRole("heading", { name: "Statement of attendance" })).toBeVisible();
      await expect(page.getByText("Residential 1")).toBeVisible();
      await sound();
    });

    test(
      "an event is added, filled, changed and cancelled",
      { tag: "@desk" },
      async ({ page, context }, info) => {
        const title = `Extra day, ${info.project.name}, ${javaScriptEnabled ? "scripted" : "plain"}`;
        const sound = () => (javaScriptEnabled ? expectSoundPage(page) : undefined);
        await signedInAs(context, cohortManager.email);
        await page.goto("/staff/events?show=coming");
        await page.getByRole("link", { name: "Residential 2, Oxford" }).click();
        await sound();
        await page.getByRole("link", { name: "Places, waiting list" }).click();
        await expect(page.getByRole("heading", { name: "Have a place (6)" })).toBeVisible();
        await sound();

        await page.goto("/staff/cohorts");
        await page.getByRole("link", { name: /Spring 2026/ }).click();
        const cohort = page.getByRole("navigation", { name: "This cohort" });
        await cohort.getByRole("link", { name: /^Events/ }).click();
        await page.getByRole("link", { name: "Add an event" }).click();
        await page.getByLabel("What is it for?").selectOption({ label: "Residential 2 (module 3)" });
        await page.getByLabel("Who is expected?").selectOption("choice");
        await page.getByLabel("Title").fill(title);
        await page.getByLabel("Where?").fill("York");
        await page.getByLabel("On which day?").fill("2027-07-20");
        await page.getByLabel("From, in London time").fill("09:30");
        await page.getByLabel("To, in London time").fill("16:00");
        await page.getByLabel("For how many is there room?").fill("one");
        await page.getByRole("button", { name: "Add the event" }).click();
        // Both are wrong: what was typed is still there.
        await expect(page.getByRole("link", { name: /Enter a whole number from 1/ })).toBeVisible();
        await sound();
        await page.getByLabel("For how many is there room?").fill("1");
        await page.getByLabel("Until which day can people choose?").fill("2027-04-30");
        await page.getByRole("button", { name: "Add the event" }).click();
        await expect(page.getByText("Every participant of the cohort can choose it now.")).toBeVisible();

        await page.getByRole("link", { name: "Write joining instructions" }).click();
        await page.getByRole("textbox", { name: /^Instructions/ }).fill("Meet at the **station**.");
        await sound();
        await page.getByRole("button", { name: "Save and tell them" }).click();
        await page.getByRole("link", { name: "Places, waiting list" }).click();
        const sunita = page.locator("option", { hasText: "Sunita Rao" });
        await page.getByLabel("Who?").selectOption((await sunita.getAttribute("value")) ?? "");
        await page.getByRole("button", { name: "Give the place" }).click();
        await expect(page.getByText("They have the place, and are told by e-mail.")).toBeVisible();
        await page.getByRole("link", { name: "Take back Sunita Rao" }).click();
        await page.getByRole("button", { name: "Take the place back" }).click();
        await expect(page.getByRole("link", { name: "Enter the reason" })).toBeVisible();
        await page.getByLabel("Why?").fill("Asked us to");
        await sound();
        await page.getByRole("button", { name: "Take the place back" }).click();
        await expect(page.getByRole("heading", { name: "Have a place (0)" })).toBeVisible();

        await page.getByRole("link", { name: title }).click();
        await page.getByRole("link", { name: "Change the event" }).click();
        await page.getByLabel("For how many is there room?").fill("12");
        await page.getByRole("button", { name: "Save" }).click();
        await expect(page.getByText("0 held: 12 of 12 places left.")).toBeVisible();
        await page.getByRole("link", { name: "Cancel the event" }).click();
        await page.getByLabel("What would you like to tell them?").fill("The house is not free after all.");
        await sound();
        await page.getByRole("button", { name: "Cancel the event" }).click();
        await expect(page.getByText("Cancelled. The house is not free after all.")).toBeVisible();
        await sound();
      },
    );
  });
}
