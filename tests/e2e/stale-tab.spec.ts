import { expect, test } from "@playwright/test";
import { ask, expectPolicy, multipart } from "./support/http";
import { hiddenFields } from "./support/matrix-forms";

/** A tab that was open when the portal was updated: its forms name actions that are gone (checklist, 53). */

const GONE = "40".padEnd(42, "f");

test("with scripts, the form says so and keeps what was typed", async ({ page }) => {
  await page.goto("/sign-in");
  await page.route("**/sign-in", (route, request) =>
    request.method() === "POST"
      ? route.continue({ headers: { ...request.headers(), "next-action": GONE } })
      : route.continue(),
  );
  const field = page.getByLabel("E-mail address");
  await field.fill("amina.stale@example.org");
  const send = page.getByRole("button", { name: "Send me the e-mail" });
  await send.click();
  await expect(page.getByRole("alert").first()).toContainText("please reload the page");
  await expect(field).toHaveValue("amina.stale@example.org");
  await expect(page).toHaveTitle(/^Error: /);
  // The same tab goes on as soon as its action is there again.
  await page.unroute("**/sign-in");
  await send.click();
  await expect(page).toHaveURL(/check-your-email/);
});

test("with scripts, a portal that does not answer leaves the form as it was", async ({ page }) => {
  await page.goto("/sign-in");
  const field = page.getByLabel("E-mail address");
  await field.fill("amina.away@example.org");
  const send = page.getByRole("button", { name: "Send me the e-mail" });
  const says = (words: string) => expect(page.getByRole("alert").first()).toContainText(words);
  await page.route("**/sign-in", (route) => route.abort());
  await send.click();
  await says("What you typed is still here");
  await page.unroute("**/sign-in");
  await page.route("**/sign-in", (route) =>
    route.fulfill({ status: 503, body: "away", contentType: "text/html" }),
  );
  await send.click();
  await says("What you typed is still here");
  await expect(field).toHaveValue("amina.away@example.org");
});

test("without scripts, a page says so, and Back has the form", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.route("**/sign-in", (route, request) => {
    const body = request.postData()?.replace(/"id":"[0-9a-f]{42}"/, `"id":"${GONE}"`);
    return request.method() === "POST" && body ? route.continue({ postData: body }) : route.continue();
  });
  const field = page.getByLabel("E-mail address");
  await field.fill("amina.stale@example.org");
  await page.getByRole("button", { name: "Send me the e-mail" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "was updated while you had that page open",
  );
  await expect(page.getByText("please reload the page")).toBeVisible();
  await page.goBack();
  await expect(field).toHaveValue("amina.stale@example.org");
  await context.close();
});

test("a form with a broken or unknown action is answered in plain words, with the policy", async () => {
  const fields = Object.entries(hiddenFields((await ask("/sign-in")).text, "Send me the e-mail") ?? {});
  const gone = fields.map(([name, value]): [string, string] => [name, value.replace(/[0-9a-f]{42}/, GONE)]);
  const stale = await ask("/sign-in", multipart([...gone, ["email", "a@example.org"]]));
  expect(stale.status).toBe(409);
  expect(stale.text).toContain("please reload the page");
  expectPolicy(stale, "an action that is gone");
  const broken = fields.map(([name, value]): [string, string] => [
    name,
    value.replace(/[0-9a-f]{42}/, "nonsense"),
  ]);
  const answer = await ask("/sign-in", multipart([...broken, ["email", "a@example.org"]]));
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("could not be read");
  expectPolicy(answer, "an action that cannot be");
});
