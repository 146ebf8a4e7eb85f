import { expect, type Page, test } from "@playwright/test";
import { expectSoundPage } from "./support/checks";
import { ask as rows } from "./support/database";
import { ask } from "./support/http";
import { linkInNewMail, newAddress } from "./support/people";

/** Visitors leave an address, confirm it by e-mail, and leave again. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      if (javaScriptEnabled) await expectSoundPage(page);
    };

    test("Nia asks to be told of scholarships, confirms, changes her mind, and comes back", async ({
      page,
    }) => {
      const email = newAddress("nia.brooke");
      const title = page.getByRole("heading", { level: 1 });
      await page.goto("/programmes/npqel");
      const section = page.locator("#scholarships");
      await expect(section.getByText("Published on 12 October 2026")).toBeVisible();
      await section.getByRole("link", { name: /Be told by e-mail/ }).click();
      await expect(title).toHaveText("Be told about NPQEL");
      await expect(page.getByRole("checkbox", { name: "News on scholarships" })).toBeChecked();
      await sound(page);

      await page.getByRole("checkbox", { name: "News on scholarships" }).uncheck();
      await page.getByLabel("E-mail address").fill("nia");
      await page.getByRole("button", { name: "Send me the e-mail to confirm" }).click();
      await expect(page).toHaveTitle(/^Error: Be told about NPQEL/);
      await expect(page.getByRole("link", { name: "Choose what you want to be told" })).toBeVisible();
      await expect(page.getByLabel("E-mail address")).toHaveValue("nia");
      await sound(page);
      for (const name of ["News on scholarships", /next cohort/])
        await page.getByRole("checkbox", { name }).check();
      await page.getByLabel("E-mail address").fill(email);
      await page.getByRole("button", { name: "Send me the e-mail to confirm" }).click();
      await expect(title).toHaveText("Look into your e-mail");
      await sound(page);

      const link = await linkInNewMail(page, email, 0, "/be-told/");
      await page.goto(link);
      await expect(title).toHaveText("Be told about NPQEL");
      await sound(page);
      // Looking at it, as a mail program does, changes nothing.
      expect(await kept(email)).toEqual([false, false]);
      await page.getByRole("button", { name: "Yes, tell me" }).click();
      await expect(title).toHaveText("You are on the list");
      await sound(page);
      expect(await kept(email)).toEqual([true, true]);

      await page.getByRole("link", { name: /Leave the list: News on scholarships/ }).click();
      await expect(title).toHaveText("Leave the list");
      await sound(page);
      const leaving = page.url();
      await page.getByRole("button", { name: "Leave the list" }).click();
      await expect(title).toHaveText("You are not on the list");
      await sound(page);
      expect(await kept(email)).toEqual([true]);
      await page.goto(leaving);
      await expect(title).toHaveText("You are not on the list");

      await page.goto(`/be-told/${"a".repeat(43)}`);
      await expect(title).toHaveText("This link no longer works");
      await sound(page);
    });

    test("the page kept for everybody works too, and answers a known address like any other", async ({
      page,
    }) => {
      // Without a question it comes from the page cache, where no script is left.
      await page.goto("/programmes/npqel/be-told");
      await page.getByRole("checkbox", { name: "News on scholarships" }).check();
      await page.getByLabel("E-mail address").fill("samuel.obi@example.org");
      await page.getByRole("button", { name: "Send me the e-mail to confirm" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your e-mail");
      await sound(page);
    });
  });
}

const kept = async (email: string) =>
  (
    await rows<{ confirmed: boolean }>(
      `SELECT "confirmedAt" IS NOT NULL AS confirmed FROM "Interest" WHERE email = $1 ORDER BY topic`,
      [email],
    )
  ).map(({ confirmed }) => confirmed);

test("a mail program leaves a list for its owner, by one request without Origin, and can do nothing else", async ({
  page,
}) => {
  const email = newAddress("one.click");
  await page.goto("/programmes/npqel/be-told?topic=scholarships");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me the e-mail to confirm" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your e-mail");
  const confirming = new URL(await linkInNewMail(page, email, 0, "/be-told/")).pathname;
  await page.goto(confirming);
  await page.getByRole("button", { name: "Yes, tell me" }).click();
  const leave = (await page.getByRole("link", { name: /^Leave/ }).getAttribute("href")) ?? "";

  const type = { "content-type": "application/x-www-form-urlencoded" };
  const post = (path: string, body: string, headers: Record<string, string> = type) =>
    ask(path, { method: "POST", headers, body });
  const oneClick = "List-Unsubscribe=One-Click";
  // Everywhere else, a request without Origin is refused as ever.
  for (const path of [
    leave,
    confirming,
    "/contact",
    "/sign-out",
    `${leave}/one-click/more`,
    `${leave}/one-click?a=b`,
  ])
    expect((await post(path, oneClick)).status, path).toBe(403);
  expect(
    (await post(`${leave}/one-click`, oneClick, { ...type, origin: "https://elsewhere.example" })).status,
  ).toBe(403);
  expect((await post(`${leave}/one-click`, oneClick, { ...type, "next-action": "40" })).status).toBe(403);
  expect((await post(`${leave}/one-click`, oneClick, { "content-type": "text/plain" })).status).toBe(403);
  expect((await post(`${leave}/one-click`, "a=b")).status).toBe(400);
  const forged = leave.replace(/.{3}$/, leave.endsWith("AAA") ? "BBB" : "AAA");
  expect((await post(`${forged}/one-click`, oneClick)).status).toBe(404);
  const looked = await ask(`${leave}/one-click`);
  expect([looked.status, looked.headers.location]).toEqual([303, leave]);
  expect(await kept(email)).toEqual([true]);

  expect((await post(`${leave}/one-click`, oneClick)).status).toBe(200);
  expect(await kept(email)).toEqual([]);
  expect((await post(`${leave}/one-click`, oneClick)).status, "again").toBe(200);
});
