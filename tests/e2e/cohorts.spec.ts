import { expect, test } from "@playwright/test";
import * as cast from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** A cohort from its first draft to the archive, and a participant who stops for a time and comes back. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", { tag: "@desk" }, () => {
    test.use({ javaScriptEnabled });

    test("Ruth starts a cohort, changes its milestones, publishes it and puts it away", async ({
      page,
      context,
    }, info) => {
      const way = `${info.project.name}-${javaScriptEnabled ? "on" : "off"}`;
      await signedInAs(context, cast.cohortManager.email);
      await page.goto("/staff/cohorts");
      await page.getByRole("link", { name: "Start a cohort" }).click();
      await page
        .getByLabel("What is it made from?")
        .selectOption({ label: "NPQEL: the programme’s template" });
      await page.getByLabel("Month it starts in").fill("2029-05");
      await page.getByLabel("Name", { exact: true }).fill(`Spring 2029 ${way}`);
      await page.getByLabel("Short name for addresses").fill(`spring-2029-${way}`);
      await page.getByLabel("Places", { exact: true }).fill("20");
      await page.getByLabel("Funded places among them").fill("25");
      await page.getByRole("button", { name: "Make the draft" }).click();
      await expect(page.locator(".error-summary")).toContainText(
        "no more funded places than there are places",
      );
      await expectSoundPage(page, { axe: javaScriptEnabled });
      await page.getByLabel("Funded places among them").fill("4");
      await page.getByRole("button", { name: "Make the draft" }).click();
      await expect(page.getByText("The draft is made, with its milestones.")).toBeVisible();
      await expect(page.getByText("finds nothing wrong")).toBeVisible();
      await expectSoundPage(page, { axe: javaScriptEnabled });

      await page.getByRole("link", { name: "Edit the milestones" }).click();
      await page.getByLabel("Last day or month of item 7").fill("2029-01-31");
      await page.getByRole("button", { name: "See what this changes" }).click();
      await expect(page.locator(".error-summary")).toContainText(
        "Item 7: enter an end that is not before the start",
      );
      await expectSoundPage(page, { axe: javaScriptEnabled });
      await page.getByLabel("First day or month of item 7").fill("2030-09-01");
      await page.getByLabel("Last day or month of item 7").fill("2030-09-30");
      await page.getByRole("button", { name: "See what this changes" }).click();
      await expect(page.getByText("Nobody is active in this cohort")).toBeVisible();
      await expect(page.getByText("It opens after module 2 has begun")).toBeVisible();
      await expectSoundPage(page, { axe: javaScriptEnabled });
      await page.getByRole("link", { name: "Change the table again" }).last().click();
      await expect(page.getByLabel("First day or month of item 7")).toHaveValue("2030-09-01");
      await page.getByRole("button", { name: "See what this changes" }).click();
      await page.getByRole("button", { name: "Change the milestones" }).click();
      await expect(page.getByText("The milestones are changed")).toBeVisible();
      await expect(page.getByText("finds one thing")).toBeVisible();

      await page.getByRole("link", { name: "Compare with the template" }).click();
      await expect(page.getByText("1 September 2030 here")).toBeVisible();
      await expectSoundPage(page, { axe: javaScriptEnabled });
      await page.getByLabel(/^7\. /).check();
      await page.getByRole("button", { name: "See what taking these over changes" }).click();
      await page.getByRole("button", { name: "Change the milestones" }).click();
      await expect(page.getByText("finds nothing wrong")).toBeVisible();

      await page.getByRole("link", { name: "Publish it" }).click();
      await expectSoundPage(page, { axe: javaScriptEnabled });
      await page.getByRole("button", { name: "Publish it" }).click();
      await expect(page.getByText("The cohort is public.")).toBeVisible();
      await page.getByRole("link", { name: "Archive the cohort" }).click();
      await page.getByRole("button", { name: "Archive it" }).click();
      await expect(page.getByText("The cohort is archived.")).toBeVisible();
      await page.goto("/staff/cohorts");
      await expect(page.getByText(`Spring 2029 ${way}`)).toBeHidden();
      await page.getByRole("link", { name: "With the archived ones" }).click();
      await expect(page.getByText(`Spring 2029 ${way}`)).toBeVisible();
    });

    test("Ruth defers a participant, with kind words, and takes them back", async ({
      page,
      context,
    }, info) => {
      const phone = info.project.name === "phone";
      const who = cast.participants[javaScriptEnabled ? (phone ? 14 : 15) : 17];
      await signedInAs(context, cast.cohortManager.email);
      await page.goto("/staff/cohorts");
      await page.getByRole("link", { name: "NPQEL, Spring 2026" }).first().click();
      await page.getByRole("link", { name: "Participants" }).first().click();
      await page.getByRole("link", { name: who?.name ?? "" }).click();
      await page.getByRole("link", { name: /the state of the enrolment/ }).click();
      await expectSoundPage(page, { axe: javaScriptEnabled });
      await page.getByRole("link", { name: "Defer", exact: true }).click();
      await expect(page.getByText("None is due while they are away.")).toBeVisible();
      await page.getByRole("button", { name: "Defer and tell them" }).click();
      await expect(page.locator(".error-summary")).toContainText("Choose a reason");
      await expectSoundPage(page, { axe: javaScriptEnabled });
      await page.getByLabel("Reason").selectOption({ label: "Bereavement" });
      const words = page.getByLabel("What they are told");
      await expect(words).toHaveValue(/Take the time that you need/);
      await words.fill("We are so sorry.\n\nTake the time that you need.");
      await page.getByRole("button", { name: "Defer and tell them" }).click();
      await expect(page.getByText("They are told by e-mail.")).toBeVisible();
      await expect(page.getByText(": Bereavement")).toBeVisible();

      await page.getByRole("link", { name: "Move to a later cohort" }).click();
      await page.getByRole("link", { name: "Spring 2027" }).click();
      await expect(page.getByRole("heading", { name: "What is carried over to Spring 2027" })).toBeVisible();
      await expectSoundPage(page, { axe: javaScriptEnabled });
      await page.getByRole("link", { name: "State of the enrolment" }).click();
      await page.getByRole("link", { name: "Resume in this cohort" }).click();
      await page.getByRole("button", { name: "Resume and tell them" }).click();
      await expect(page.getByText("They are told by e-mail.")).toBeVisible();
      await expect(async () => {
        await page.goto(`/dev/mailbox?to=${encodeURIComponent(who?.email ?? "")}`);
        await expect(page.getByText("Your place is deferred: NPQEL")).toBeVisible({ timeout: 1_000 });
      }).toPass();
    });
  });
}

test("Rowan sees what was carried over from Spring 2025", async ({ page, context }) => {
  await signedInAs(context, cast.returned.email);
  await page.goto("/dashboard");
  await expect(page.getByText("Spring 2026").first()).toBeVisible();
  await page.goto("/dashboard/route-map");
  await page
    .getByRole("link", { name: /self-directed study/i })
    .first()
    .click();
  await expect(page.getByText("carried over from Spring 2025").first()).toBeVisible();
});
