import { type Browser, expect, type Page, type TestInfo, test } from "@playwright/test";
import { administrator, cohortManager, secondManager } from "../../prisma/seed/cast";
import { criteria } from "../../prisma/seed/npqel/criteria";
import { underReview } from "./support/applications";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** Staff find, read, score and decide an application; the applicant reads the answer, and nothing beside it. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", { tag: "@desk" }, () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      await expectSoundPage(page, { axe: javaScriptEnabled });
    };
    const as = async (who: string, browser: Browser, info: TestInfo) => {
      const context = await browser.newContext({ ...info.project.use, javaScriptEnabled });
      await signedInAs(context, who);
      return context.newPage();
    };

    test("Ruth and Una read for themselves, differ, and the applicant reads kind words", async ({
      browser,
    }, info) => {
      const { id, reference, name, email } = await underReview("Nora Quill");
      const home = `/staff/applications/${id}`;
      const ruth = await as(cohortManager.email, browser, info);
      await ruth.goto(`/staff/applications?q=${reference}`);
      await sound(ruth);
      await ruth.getByRole("link", { name }).click();
      await expect(ruth.getByText("Nobody has handed in a review yet.")).toBeVisible();
      await sound(ruth);
      await ruth.getByRole("link", { name: "Write a review" }).click();
      await sound(ruth);
      await ruth.getByRole("button", { name: "Hand in the review" }).click();
      await expect(ruth).toHaveTitle(/^Error: /);
      await expect(ruth.getByRole("link", { name: "Choose what you recommend" })).toBeVisible();
      await score(ruth, 0, 4, "Answers for three schools.");
      await ruth.getByRole("button", { name: "Save as a draft" }).click();
      await expect(ruth.getByText("Saved as a draft.")).toBeVisible();
      for (const at of criteria.keys()) await score(ruth, at, 4, `Reason number ${at + 1}.`);
      await ruth.getByRole("radio", { name: "Offer a place" }).check();
      await ruth.getByRole("button", { name: "Hand in the review" }).click();
      await expect(ruth.getByText("Your review is handed in.")).toBeVisible();
      await expect(ruth.getByRole("cell", { name: "20 of 20" })).toBeVisible();
      await sound(ruth);

      const una = await as(secondManager.email, browser, info);
      await una.goto(home);
      await expect(una.getByText("Handed in by Ruth Calder.")).toBeVisible();
      await expect(una.getByText("Each reviewer reads for themselves.")).toBeVisible();
      expect(await una.content()).not.toContain("Reason number 1.");
      await una.getByRole("link", { name: "Write a review" }).click();
      for (const at of criteria.keys()) await score(una, at, 2, `Seen otherwise ${at + 1}.`);
      await una.getByRole("radio", { name: "Waiting list" }).check();
      await una.getByRole("button", { name: "Hand in the review" }).click();
      await expect(una.getByText("scores differ", { exact: true })).toBeVisible();
      await expect(una.getByText("on average 15")).toBeVisible();
      await sound(una);

      await ruth.goto(home);
      await ruth.getByLabel("A note").fill("Rang the trust: no second school before 2028.");
      await ruth.getByRole("button", { name: "Add the note" }).click();
      await expect(ruth.getByText("no second school before 2028")).toBeVisible();
      await expect(ruth.getByLabel("A note")).toHaveValue("");

      await ruth.getByRole("link", { name: "Reject" }).click();
      await ruth.getByRole("button", { name: "Read what the applicant will read" }).click();
      await expect(ruth.getByRole("link", { name: "Choose at least one reason" })).toBeVisible();
      await ruth.getByRole("checkbox", { name: "Does not lead several schools yet" }).check();
      await ruth.getByRole("checkbox", { name: "Something else" }).check();
      await ruth.getByLabel("Your own words").fill("Your second school will change this.");
      await sound(ruth);
      await ruth.getByRole("button", { name: "Read what the applicant will read" }).click();
      await expect(ruth.getByRole("heading", { name: "The applicant will read this" })).toBeVisible();
      await expect(ruth.getByText("we could not see yet that this is your role")).toBeVisible();
      await sound(ruth);
      await ruth.getByRole("button", { name: "Go back and change it" }).click();
      await expect(ruth.getByRole("checkbox", { name: "Something else" })).toBeChecked();
      await ruth.getByLabel("Your own words").fill("Your second school may change this.");
      await ruth.getByRole("button", { name: "Read what the applicant will read" }).click();
      await ruth.getByRole("button", { name: "Reject the application" }).click();
      await expect(ruth.getByRole("link", { name: /^The scores differ/ })).toBeVisible();
      await ruth.getByLabel("Why do you decide without a third review?").fill("We agree on this one point.");
      await ruth.getByRole("button", { name: "Read what the applicant will read" }).click();
      await ruth.getByRole("button", { name: "Reject the application" }).click();
      await expect(ruth.getByText("The application is rejected.")).toBeVisible();
      await expect(ruth.getByText("We agree on this one point.")).toBeVisible();
      await expect(ruth.getByText("Does not lead several schools yet; Something else")).toBeVisible();

      const nora = await as(email, browser, info);
      await nora.goto(`/applications/${reference}`);
      await expect(nora.getByText("Your second school may change this.")).toBeVisible();
      await expect(nora.getByRole("heading", { name: "What you can do next" })).toBeVisible();
      await sound(nora);
      expect(await nora.content()).not.toMatch(
        /no second school|Reason number|Seen otherwise|one point|Una Fell/,
      );
      for (const page of [ruth, una, nora]) await page.context().close();
    });

    test("Una knows the applicant and takes no part until Miles removes what was a mistake", async ({
      browser,
    }, info) => {
      const { id, name } = await underReview("Otis Farrow");
      const home = `/staff/applications/${id}`;
      const una = await as(secondManager.email, browser, info);
      await una.goto(home);
      await una.getByRole("link", { name: "I know this applicant" }).click();
      await sound(una);
      await una.getByRole("button", { name: "Declare it" }).click();
      await expect(una.getByRole("link", { name: "Enter how you know the applicant" })).toBeVisible();
      await una.getByLabel("How do you know the applicant?").fill("My brother-in-law.");
      await una.getByRole("button", { name: "Declare it" }).click();
      await expect(una.getByText("You take no part in this application from now on.")).toBeVisible();
      await expect(una.getByRole("link", { name: "Offer a place" })).toHaveCount(0);
      await expect(una.getByRole("button", { name: "Remove the declaration" })).toHaveCount(0);
      await sound(una);
      for (const page of ["offer", "waitlist", "rejection", "review", "conflict"]) {
        await una.goto(`${home}/${page}`);
        await expect(una.getByText(`You have declared that you know ${name}`)).toBeVisible();
        await expect(una.getByRole("main").getByRole("button")).toHaveCount(0);
      }
      const miles = await as(administrator.email, browser, info);
      await miles.goto(home);
      await expect(miles.getByText("My brother-in-law.")).toBeVisible();
      await sound(miles);
      await miles.getByRole("button", { name: "Remove the declaration" }).click();
      await expect(miles.getByText("The declaration is removed.")).toBeVisible();
      await una.goto(home);
      await expect(una.getByRole("link", { name: "Offer a place" })).toBeVisible();
      for (const page of [una, miles]) await page.context().close();
    });

    test("Ruth's queue is filtered, sorted and sent on by its address", async ({ browser }, info) => {
      const ruth = await as(cohortManager.email, browser, info);
      await ruth.goto("/staff/applications");
      await sound(ruth);
      await ruth
        .getByRole("navigation", { name: "Cohort" })
        .getByRole("link", { name: "NPQEL Spring 2027" })
        .click();
      await ruth
        .getByRole("navigation", { name: "Waiting for" })
        .getByRole("link", { name: /^the applicant/ })
        .click();
      await expect(ruth).toHaveURL(/cohort=.*on=applicant/);
      await expect(ruth.getByRole("link", { name: "Elena Marsh" })).toBeVisible();
      await expect(ruth.getByRole("link", { name: "Catrin Vaughan" })).toHaveCount(0);
      await ruth.getByText("More filters").click();
      await ruth.getByLabel("Who pays").selectOption("school_or_trust");
      await ruth.getByLabel("Order").selectOption("name_down");
      await ruth.getByRole("button", { name: "Apply" }).click();
      await expect(ruth).toHaveURL(/funding=school_or_trust/);
      await expect(ruth.getByRole("columnheader", { name: "Applicant" })).toHaveAttribute(
        "aria-sort",
        "descending",
      );
      await sound(ruth);
      await ruth.getByRole("columnheader", { name: "Applicant" }).getByRole("link").click();
      await expect(ruth).toHaveURL(/sort=name(&|$)/);
      await ruth.getByRole("link", { name: /^Waiting for the applicant.*leave out/ }).click();
      await expect(ruth).not.toHaveURL(/on=applicant/);
      await expect(ruth.getByRole("link", { name: "Catrin Vaughan" })).toBeVisible();
      await ruth.goto("/staff/applications?region=Atlantis");
      await expect(ruth.getByText("No application matches.")).toBeVisible();
      await sound(ruth);
      await ruth.context().close();
    });
  });
}

/** Gives the criterion in that place a score with its reason. */
async function score(page: Page, at: number, points: number, reason: string): Promise<void> {
  const title = criteria[at]?.title ?? "";
  const group = page.getByRole("group", { name: title, exact: true });
  await group.getByRole("radio", { name: new RegExp(`^${points}`) }).check();
  await page.getByLabel(`Why that score for “${title}”?`).fill(reason);
}
