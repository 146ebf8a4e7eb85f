import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { cohortManager } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** Ruth brings in DfE's list of registrations, and takes the applications out. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", { tag: "@desk" }, () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      if (javaScriptEnabled) await expectSoundPage(page);
    };
    const HEAD = "id,teacher_reference_number,email,full_name,course_identifier";

    test("a list is imported once, and its report says what became of every line", async ({
      page,
      context,
    }) => {
      await signedInAs(context, cohortManager.email);
      await page.goto("/staff/cohorts");
      await page
        .getByRole("main")
        .getByRole("link", { name: /Spring 2027/ })
        .first()
        .click();
      await page.getByRole("navigation", { name: "This cohort" }).locator("summary").click();
      await page.getByRole("link", { name: "DfE registrations" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("DfE registrations");
      await expect(page.getByRole("link", { name: "npqel-spring-2027-registrations.csv" })).toBeVisible();
      await sound(page);

      const send = async (name: string, text: string) => {
        const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
        await page.getByLabel("DfE’s list of registrations").setInputFiles(file);
        await page.getByRole("button", { name: "Import the list" }).click();
      };
      await page.getByRole("button", { name: "Import the list" }).click();
      await expect(page.getByRole("link", { name: "Choose a file that is not empty" })).toBeVisible();
      await sound(page);
      await send("names.csv", "full_name,school\nBashir Noor,Tidewell\n");
      await expect(page.getByRole("link", { name: /no heading “id”/ })).toBeVisible();

      const list = `${HEAD}\n${randomUUID()},9999991,oona.stride@example.org,Oona Stride,npq-executive-leadership\n${randomUUID()},12,,,\n`;
      await send("today.csv", list);
      await expect(page.getByText("The list is imported")).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("today.csv");
      await expect(page.getByRole("row", { name: /Oona Stride/ })).toContainText("no application");
      await expect(page.getByText("The TRN has not seven digits")).toBeVisible();
      await sound(page);

      await page.getByRole("link", { name: "DfE registrations" }).first().click();
      await send("today-again.csv", list);
      await expect(page.getByText("Nothing new", { exact: true })).toBeVisible();
      await expect(page.getByRole("row", { name: /Oona Stride/ })).toContainText("imported before");
    });

    test("the queue is taken out as it stands, as a workbook and as CSV", async ({ page, context }) => {
      await signedInAs(context, cohortManager.email);
      await page.goto("/staff/applications?state=all&q=tidewell&sort=name");
      const shown = await page.locator(".queue-table tbody th a").allTextContents();
      expect(shown.length).toBeGreaterThan(0);
      await sound(page);
      const taken = async (name: string) => {
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("link", { name }).click(),
        ]);
        return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
      };
      const csv = await taken("CSV file");
      expect(csv.name).toMatch(/^applications-2026-11-\d\d\.csv$/);
      const lines = csv.bytes.toString("utf8").trimEnd().split("\r\n");
      expect(lines).toHaveLength(shown.length + 1);
      for (const [index, name] of shown.entries()) expect(lines[index + 1]).toContain(name);
      const xlsx = await taken("Excel workbook");
      expect(xlsx.name).toMatch(/^applications-2026-11-\d\d\.xlsx$/);
      expect(xlsx.bytes.subarray(0, 2).toString()).toBe("PK");
    });
  });
}
