import { expect, test } from "@playwright/test";
import { participants } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** A participant puts the programme in a calendar of their own, changes the address, and ends it. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a private address that calendars follow", async ({ page, context, playwright }) => {
      // Somebody of their own for each way through, because each has one address.
      const who = participants[javaScriptEnabled ? 6 : 7];
      await signedInAs(context, who?.email ?? "");
      await page.goto("/dashboard/events");
      await page.getByRole("link", { name: "in your own calendar" }).click();
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("button", { name: "Make my calendar address" }).click();
      await expect(page.getByText("Your calendar address is ready.")).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      const address = (await page.locator("code").textContent()) ?? "";
      // A calendar program: no cookies.
      const program = await playwright.request.newContext();
      const answer = await program.get(address);
      expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
      expect(await answer.text()).toContain("SUMMARY:NPQEL: ");
      // Nothing is newer, so nothing is sent again.
      const known = { "If-None-Match": answer.headers().etag ?? "" };
      expect((await program.get(address, { headers: known })).status()).toBe(304);

      await page.getByRole("button", { name: "Replace the address" }).click();
      await expect(page.getByText("has a new address")).toBeVisible();
      expect((await program.get(address)).status()).toBe(404);
      const next = (await page.locator("code").textContent()) ?? "";
      expect((await program.get(next)).status()).toBe(200);
      await page.getByRole("button", { name: "End the address" }).click();
      await expect(page.getByText("The address no longer works.")).toBeVisible();
      expect((await program.get(next)).status()).toBe(404);
      await program.dispose();
    });
  });
}
