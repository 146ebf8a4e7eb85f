import { expect, test } from "@playwright/test";
import { participants } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { ask as rows } from "./support/database";
import { ask } from "./support/http";
import { signedInAs } from "./support/people";

/** A participant chooses how often they are reminded, on their page and by the link that a reminder carries. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("once a week, each, and from the e-mail only what is essential", async ({ page, context }) => {
      // Somebody of their own for each way through, all of the group that met on 19 November.
      const who = participants[javaScriptEnabled ? 13 : 19];
      const email = who?.email ?? "";
      await signedInAs(context, email);
      await page.goto("/dashboard");
      await page.getByRole("link", { name: "How often we remind you" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your reminders");
      await expect(page.getByRole("radio", { name: /^Once a week/ })).toBeChecked();
      await expect(page.getByRole("heading", { name: "Wednesday 18 November 2026" })).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("radio", { name: /^Each as it falls due/ }).check();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("It holds from the next reminder on.")).toBeVisible();

      // The e-mail's link, by a browser that is signed in to nothing.
      await context.clearCookies();
      const [mail] = await rows<{ text: string }>(
        `SELECT text FROM "DemoMail" WHERE "toAddress" = $1 AND text LIKE '%/reminders/%' LIMIT 1`,
        [email],
      );
      const link = /\/reminders\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
      await page.goto(link);
      await expect(page.getByRole("radio", { name: /^Each as it falls due/ })).toBeChecked();
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("radio", { name: /^Once a week/ }).check();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("It holds from the next reminder on.")).toBeVisible();

      // And a mail program's own button: one request without Origin or cookies.
      const type = { "content-type": "application/x-www-form-urlencoded" };
      const post = (path: string) =>
        ask(path, { method: "POST", headers: type, body: "List-Unsubscribe=One-Click" });
      expect((await post(link)).status).toBe(403);
      const forged = link.replace(/.{3}$/, link.endsWith("AAA") ? "BBB" : "AAA");
      expect((await post(`${forged}/one-click`)).status).toBe(404);
      expect((await post(`${link}/one-click`)).status).toBe(200);
      await page.goto(`${link}/one-click`);
      await expect(page.getByRole("radio", { name: /^Only what is essential/ })).toBeChecked();
    });
  });
}
