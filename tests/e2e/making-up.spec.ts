import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { cohortManager } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** What is wrong is put right, and what was missed is made up: asked, answered, proposed, agreed, done and credited. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a check-in that never came about is made up", async ({ page, context }) => {
      // An item of their own for each way through, because each has one alternative on its way.
      const [who, name] = javaScriptEnabled
        ? ["gareth.lowe@example.org", "Formative assessment tasks"]
        : ["dilys.probert@example.org", "Formative assessment tasks"];
      const look = async () => {
        if (javaScriptEnabled) await expectSoundPage(page);
      };
      const item = await openItem(page, context, who, name);

      await page.getByRole("link", { name: "Something here is wrong or missing" }).click();
      await look();
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await page.getByLabel("What is wrong, and what would be right?").fill("We did this on 21 September.");
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.getByText("Your correction is sent.")).toBeVisible();
      await look();

      await page.getByRole("link", { name: "Propose an alternative activity" }).click();
      await look();
      await page.getByLabel("An idea of my own").check();
      await page.getByLabel("How will you go about it").fill("I will write to my mentor about the module.");
      await page.getByRole("button", { name: "Send the proposal" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByLabel("How will you go about it")).toHaveValue(/write to my mentor/);
      await page.getByLabel("A short name for it").fill("A written review");
      await page.getByRole("button", { name: "Send the proposal" }).click();
      await expect(page.getByText("Your proposal is sent.")).toBeVisible();
      await look();

      const person = who.startsWith("gareth") ? "Gareth Lowe" : "Dilys Probert";
      await asRuth(page, context, "/staff/corrections", person, name);
      await look();
      await page.getByLabel("No, it stays as it is").check();
      await page.getByLabel("Your answer").fill("Your mentor does not remember it. You can make it up.");
      await page.getByRole("button", { name: "Send the answer" }).click();
      await expect(page.getByText("Answered. ")).toBeVisible();
      await asRuth(page, context, "/staff/alternatives", person, name);
      await look();
      await page.getByRole("radio", { name: /^Agree/ }).check();
      await page.getByRole("button", { name: "Save and tell them" }).click();
      await expect(page.getByText("Saved. ")).toBeVisible();

      await signedInAs(context, who);
      await page.goto(item);
      await expect(page.getByText("Your mentor does not remember it.")).toBeVisible();
      await page.getByRole("link", { name: "Hand in what you did" }).click();
      await look();
      await page.getByLabel("What did you do?").fill("Two pages, and a reply.");
      await page.getByLabel("What do you take from it?").fill("To ask sooner.");
      await page.getByRole("button", { name: "Hand it in" }).click();
      await expect(page.getByText("Handed in. You are told")).toBeVisible();

      await asRuth(page, context, "/staff/alternatives", person, name);
      await page.getByLabel("Credit it").check();
      await page.getByRole("button", { name: "Save and tell them" }).click();
      await expect(page.getByText("Nothing to decide")).toBeVisible();

      await signedInAs(context, who);
      await page.goto(item);
      await expect(page.getByText("alternative activity, credited by staff")).toBeVisible();
      await page.goto("/dashboard");
      await page.getByRole("link", { name: "See all, and mark them as seen" }).click();
      await look();
      await expect(
        page.getByText(/Credited by Ruth Calder for an alternative activity/).first(),
      ).toBeVisible();
      await page.getByRole("button", { name: "Mark all as seen" }).click();
      await expect(page.getByRole("button", { name: "Mark all as seen" })).toHaveCount(0);
      for (const path of ["/dashboard/statement", "/dashboard/study"]) {
        await page.goto(path);
        await look();
      }
    });
  });
}

/** Opens an item of module 1 from the route map, and gives its address. */
async function openItem(page: Page, context: BrowserContext, who: string, name: string): Promise<string> {
  await signedInAs(context, who);
  await page.goto("/dashboard/route-map");
  await page.getByRole("main").getByRole("link", { name }).locator("visible=true").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  return page.url();
}

/** The cohort's manager opens what somebody asks or proposes about an item, from the list. */
async function asRuth(page: Page, context: BrowserContext, list: string, person: string, name: string) {
  await signedInAs(context, cohortManager.email);
  await page.goto(list);
  await page.getByRole("row", { name }).getByRole("link", { name: person }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(person);
}
