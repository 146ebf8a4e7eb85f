import { expect, test } from "@playwright/test";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** What is not there, and what a page does not show to this viewer: one page for both, the same for everybody. */
const NOWHERE = ["/nothing-here", "/staff/events/not-an-id", "/applications/NPQEL-000000"];
const asPage = { headers: { Accept: "text/html" } };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a page that is not there has the portal around it, and ways on", async ({ page }) => {
      const answer = await page.goto("/nothing-here");
      expect(answer?.status()).toBe(404);
      await expect(page).toHaveTitle("Page not found - UCL Centre for Educational Leadership");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
      await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
      await expect(page.getByRole("contentinfo")).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
      await page.getByRole("main").getByRole("link", { name: "Programmes" }).click();
      await expect(page).toHaveURL(/\/programmes$/);
    });
  });
}

test("it is the same for whoever asks, without a script, a nonce or a name", async ({ context, request }) => {
  await signedInAs(context, "ruth.calder@example.org");
  const bodies = new Set<string>();
  for (const who of [context.request, request]) {
    for (const path of NOWHERE) {
      // Signed out, the pages of one's own ask for a sign-in first.
      if (who === request && path !== NOWHERE[0]) continue;
      const answer = await who.get(path, asPage);
      expect(answer.status(), path).toBe(404);
      expect(answer.headers()["cache-control"]).toBe("no-store");
      expect(answer.headers()["content-security-policy"]).not.toMatch(/nonce|unsafe-inline'; *script/);
      bodies.add(await answer.text());
    }
  }
  expect(bodies.size).toBe(1);
  expect([...bodies][0]).not.toMatch(/<script|nonce|Ruth Calder/);
});

test("public pages say from the cache, too, which fonts the browser may fetch ahead", async ({ request }) => {
  for (let time = 0; time < 2; time++) {
    const { link = "" } = (await request.get("/programmes/npqel", asPage)).headers();
    expect(link).toMatch(/as="font"/);
    expect(link).not.toMatch(/nonce|script/);
    const font = /<([^>]+\.woff2)>/.exec(link)?.[1] ?? "";
    expect((await request.get(font)).status()).toBe(200);
  }
});
