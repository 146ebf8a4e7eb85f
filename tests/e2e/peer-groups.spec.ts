import { expect, type Page, test } from "@playwright/test";
import { cohortManager } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { ask } from "./support/database";
import { signedInAs } from "./support/people";

/** A participant in their peer learning group, and staff who put groups together. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const soundPage = async (page: Page) => (javaScriptEnabled ? expectSoundPage(page) : undefined);

    test("a member shares, cannot come, joins another group, comes after all, and writes a note", async ({
      page,
      context,
    }) => {
      // Somebody of their own for each way through.
      const who = javaScriptEnabled ? "rosalind.teague" : "yusuf.demir";
      const number = `01632 960 ${javaScriptEnabled ? 552 : 553}`;
      await signedInAs(context, `${who}@example.org`);
      await page.goto("/dashboard");
      await page.getByRole("link", { name: "Peer group", exact: true }).first().click();
      await expect(page.getByRole("heading", { level: 1, name: "Westbrook" })).toBeVisible();
      await expect(page.getByText("Inclusion, and a lot of attendance work.")).toBeVisible();
      await soundPage(page);

      await page.getByLabel("Phone number").fill("not a number");
      await page.getByRole("button", { name: "Save what I share" }).click();
      await expect(page.getByRole("alert").getByText("Enter a phone number")).toBeVisible();
      await page.getByLabel("Phone number").fill(number);
      await page.getByRole("button", { name: "Save what I share" }).click();
      await expect(page.getByText("Saved. This is what your group sees")).toBeVisible();
      await expect(page.getByRole("link", { name: number })).toBeVisible();

      await page.getByRole("link", { name: "Peer learning group 2", exact: true }).click();
      await expect(page.getByText("You are expected")).toBeVisible();
      await page.getByLabel("A message to the facilitator").fill("Ofsted is here.");
      await page.getByRole("button", { name: "I cannot come" }).click();
      await expect(page.getByText("We have told your facilitator")).toBeVisible();
      await soundPage(page);
      await page.getByRole("button", { name: "Take this place" }).click();
      await expect(page.getByRole("alert").getByText("Choose a session")).toBeVisible();
      await page.getByLabel(/Northfold: Thursday 3 December 2026/).check();
      await page.getByRole("button", { name: "Take this place" }).click();
      await expect(page.getByRole("heading", { name: "You join Northfold instead" })).toBeVisible();
      await soundPage(page);
      await page.getByRole("button", { name: "I can come after all" }).click();
      await expect(page.getByText("You are expected again")).toBeVisible();

      await page.goto("/dashboard/peer-group");
      await page.getByRole("link", { name: "Write a note" }).click();
      await page.getByLabel("Title").fill(`Thoughts of ${who}`);
      await page.getByLabel("Note", { exact: true }).fill("The first thought.");
      await soundPage(page);
      await page.getByRole("button", { name: "Save the note" }).click();
      await expect(page.getByText("The note is saved.")).toBeVisible();
      await page.getByLabel("Note", { exact: true }).fill("A better thought.");
      await page.getByRole("button", { name: "Save the note" }).click();
      await page.getByText("1 earlier version").click();
      await expect(page.getByText("The first thought.")).toBeVisible();
      await soundPage(page);
    });

    test(
      "Ruth previews balanced groups, makes one, moves somebody there and back, and removes it",
      { tag: "@desk" },
      async ({ page, context }, info) => {
        const phone = info.project.name === "phone";
        await signedInAs(context, cohortManager.email);
        const [cohort] = await ask<{ id: string }>(`SELECT id FROM "Cohort" WHERE slug = 'spring-2026'`);
        const groups = `/staff/cohorts/${cohort?.id}/groups`;
        // People whom no register of another journey marks meanwhile.
        const [who, from] = [phone ? "Uma Krishnan" : "Oluwaseun Bello", "Westbrook"];
        const name = `Journey ${info.project.name}`;
        await page.goto(`${groups}/plan`);
        await expect(page.getByText("Every rule is kept")).toBeVisible();
        await page.getByLabel("People in a group, about").selectOption("6");
        await page.getByRole("button", { name: "Preview" }).click();
        await expect(page.getByRole("heading", { name: /\d+ people in \d groups/ })).toBeVisible();
        await soundPage(page);

        await page.goto(`${groups}/new`);
        await page.getByLabel("Name of the group").fill("Northfold");
        await page.getByRole("button", { name: "Add the group" }).click();
        await expect(page.getByRole("alert").getByText("Choose another name")).toBeVisible();
        await soundPage(page);
        await page.getByLabel("Name of the group").fill(name);
        await page.getByRole("button", { name: "Add the group" }).click();
        await expect(page.getByText("The group is added.")).toBeVisible();
        await soundPage(page);

        for (const to of [name, from]) {
          await page.getByRole("link", { name: `Move ${who}` }).click();
          await page.getByLabel(new RegExp(`^${to}, \\d`)).check();
          if (to === name) await soundPage(page);
          await page.getByRole("button", { name: "Move them" }).click();
          await expect(page.getByText("The move is made.")).toBeVisible();
        }
        await page.getByRole("link", { name: `Change name or facilitator of ${name}` }).click();
        await page.getByRole("button", { name: "Remove the group" }).click();
        await expect(page.getByText("The group is removed.")).toBeVisible();

        await page.goto("/staff/groups");
        await page.getByRole("link", { name: "Northfold" }).click();
        await expect(page.getByText("Sunita Rao cannot come and joins Westbrook")).toBeVisible();
        await soundPage(page);
      },
    );
  });
}
