import { expect, type Page, test } from "@playwright/test";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** Somebody of their own, or an item of their own, for each way through: an audit is sent once. */
const WITH = { who: "dilys.probert", item: "Learning audit", module: 2, evaluates: "ben.lister" };
const WITHOUT = { who: "gareth.lowe", item: "Learning audit review", module: 1, evaluates: "gareth.lowe" };

const mark = (page: Page, area: RegExp, value: number) =>
  page.getByRole("group", { name: area }).getByRole("radio", { name: new RegExp(`^${value}`) });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an audit is saved, sent and compared, and an evaluation is sent", async ({ page, context }) => {
      const { who, item, module, evaluates } = javaScriptEnabled ? WITH : WITHOUT;
      await signedInAs(context, `${who}@example.org`);
      await page.goto("/dashboard/learning-audits");
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("link", { name: new RegExp(`^Fill it in ?: ${item}$`) }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${item}, module ${module}`);
      if (javaScriptEnabled) await expectSoundPage(page);
      await mark(page, /Trust culture/, 4).check();
      if (javaScriptEnabled) await expect(page.getByText(/^Saved at/)).toBeVisible();
      else {
        await page.getByRole("button", { name: "Save for now" }).click();
        await expect(page.getByText("Nobody else sees it until you send it in.")).toBeVisible();
      }
      await page.reload();
      await expect(mark(page, /Trust culture/, 4)).toBeChecked();

      await page
        .getByLabel("What makes you say so about “Teaching”?")
        .fill("Two schools share their coaching.");
      await page.getByRole("button", { name: "Send it in" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("link", { name: "Choose a mark for “Teaching”" })).toBeVisible();
      await expect(page.getByLabel("What makes you say so about “Teaching”?")).toHaveValue(
        "Two schools share their coaching.",
      );
      if (javaScriptEnabled) await expectSoundPage(page);
      for (const area of [
        /Teaching/,
        /Curriculum/,
        /Operational/,
        /Behaviour/,
        /Implementation/,
        /governance/,
      ])
        await mark(page, area, 3).check();
      await page.getByRole("button", { name: "Send it in" }).click();
      await expect(page.getByText("It is sent in, and counts as done")).toBeVisible();
      await expect(page.getByText("Two schools share their coaching.")).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("link", { name: `See module ${module} before and after` }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Module ${module}, before and after`);
      await expect(page.getByRole("cell", { name: "Two schools share their coaching." })).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.goto("/dashboard/learning-audits/cohort");
      await expect(page.getByRole("heading", { name: "Module 1" })).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);

      if (evaluates !== who) await signedInAs(context, `${evaluates}@example.org`);
      await page.goto("/dashboard/route-map");
      await page
        .getByRole("main")
        .getByRole("link", { name: "End of module evaluation" })
        .locator("visible=true")
        .first()
        .click();
      await page.getByRole("link", { name: "Fill in the evaluation" }).click();
      await expect(page.getByText("What you say is anonymous.")).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByLabel("What is the one thing we should change?").fill("Fewer forms.");
      await page.getByRole("button", { name: "Send the evaluation" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByLabel("What is the one thing we should change?")).toHaveValue("Fewer forms.");
      for (const question of [/How useful/, /How clear/, /peer learning group/, /start of the programme/])
        await mark(page, question, 4).check();
      await page.getByLabel("About the hours given").check();
      await page.getByRole("button", { name: "Send the evaluation" }).click();
      await expect(page.getByText("Thank you: it is sent in, and counts as done")).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
    });

    test("staff read what was sent: a facilitator their group's, a manager averages too", {
      tag: "@desk",
    }, async ({ page, context }) => {
      await signedInAs(context, "priya.raman@example.org");
      await page.goto("/staff/learning-audits");
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("link", { name: "Amara Okafor" }).click();
      await expect(page.getByRole("heading", { name: "Module 1" })).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      await signedInAs(context, "ruth.calder@example.org");
      await page.goto("/staff/cohorts");
      await page
        .getByRole("link", { name: /Spring 2026/ })
        .first()
        .click();
      const more = page.getByRole("navigation", { name: "This cohort" }).locator("summary");
      await more.click();
      await page.getByRole("link", { name: "Learning audits" }).click();
      await expect(page.getByText("20 people").first()).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      await more.click();
      await page.getByRole("link", { name: "Evaluations" }).click();
      await expect(page.getByText("on average").first()).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
    });
  });
}
