import { expect, type Page, test } from "@playwright/test";
import { codeOfStep, stepAt } from "../../lib/auth/second-factor/totp";
import * as cast from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { ask } from "./support/database";
import { followSignInLink, newAddress, signedInAs, signIn } from "./support/people";

/** People and roles, the second factor, looking at somebody's pages, and the one box. */

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code that an app shows now for the key on the page. The app goes by the machine's time, not the demo's. */
function appCode(key: string, later = 0): string {
  const bits = [...key.replaceAll(" ", "")]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  return codeOfStep(Buffer.from(bytes), stepAt(new Date(Date.now())) + later);
}

/** Somebody new who holds a role, so that each way through has its own person. */
async function newCoach(name: string): Promise<string> {
  const email = newAddress(name.toLowerCase().replace(/[^a-z]+/g, "."));
  await ask(
    `WITH who AS (INSERT INTO "User" ("id", "email", "name", "createdAt") VALUES (gen_random_uuid(), $1, $2, $3) RETURNING "id")
     INSERT INTO "RoleAssignment" ("id", "userId", "role", "grantedAt") SELECT gen_random_uuid(), "id", 'coach', $3 FROM who`,
    [email, name, cast.DEMO_NOW],
  );
  return email;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", { tag: "@desk" }, () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      await expectSoundPage(page, { axe: javaScriptEnabled });
    };

    test("Miles invites somebody, gives a role and takes it back, and ends an access", async ({
      page,
      context,
    }) => {
      await signedInAs(context, cast.administrator.email);
      const email = newAddress("vera.lindqvist");
      await page.goto("/staff");
      await page.getByRole("navigation", { name: "Staff" }).getByText("Office").click();
      await page.getByRole("link", { name: "People and roles" }).click();
      await sound(page);
      await page.getByRole("link", { name: "Invite somebody" }).click();
      await page.getByRole("button", { name: "Send the invitation" }).click();
      await expect(page.getByRole("link", { name: "Choose a role" })).toBeVisible();
      await sound(page);
      await page.getByLabel("Name").fill("Vera Lindqvist");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Role", { exact: true }).selectOption("cohort_manager");
      await page.getByRole("button", { name: "Send the invitation" }).click();
      await expect(page.getByText("Choose the cohort for a cohort manager").first()).toBeVisible();
      await expect(page.getByLabel("Name")).toHaveValue("Vera Lindqvist");
      await page.getByLabel("Role", { exact: true }).selectOption("assessor");
      await page.getByRole("button", { name: "Send the invitation" }).click();
      await expect(page.getByText("The invitation is on its way.")).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText(
        "Assessor, invited by",
      );

      const coach = await newCoach("Ivo Brandt");
      await page.getByLabel("Name or address").fill(coach.split("@")[0] ?? "");
      await page.getByRole("button", { name: "Show" }).click();
      await sound(page);
      await page.getByRole("table").getByRole("link", { name: "Ivo Brandt" }).click();
      await sound(page);
      await page.getByText("Give a role").first().click();
      await page.getByLabel("Role", { exact: true }).selectOption("assessor");
      await page.getByRole("button", { name: "Give this role" }).click();
      await expect(page.getByText("The role is given.")).toBeVisible();
      await expect(page.getByText(`given by ${cast.administrator.name}`)).toBeVisible();
      const assessor = page.getByRole("listitem").filter({ hasText: "Assessor" });
      await assessor.getByRole("button", { name: "End" }).click();
      await expect(page.getByText("The role is ended.")).toBeVisible();
      await page.getByRole("link", { name: "End their access" }).click();
      await sound(page);
      await page.getByRole("button", { name: "End their access" }).click();
      await expect(page.getByText("Their access is ended")).toBeVisible();
      await expect(page.getByText("this person cannot sign in")).toBeVisible();
      await sound(page);
    });

    test("a coach sets up a second factor, and signs in with it", async ({ page }) => {
      const email = await newCoach("Ida Vance");
      await signIn(page, email);
      await page.goto("/staff");
      await page.getByRole("link", { name: "Set up a second factor" }).click();
      await page.getByRole("button", { name: "Set it up" }).click();
      const key = (await page.getByRole("main").locator("code").textContent()) ?? "";
      await sound(page);
      await page.getByLabel("Code", { exact: true }).fill("12345");
      await page.getByRole("button", { name: "Turn it on" }).click();
      await expect(page.getByRole("link", { name: /That is not the code/ })).toBeVisible();
      await page.getByLabel("Code", { exact: true }).fill(appCode(key));
      await page.getByRole("button", { name: "Turn it on" }).click();
      await expect(page.getByText("Your second factor is on.")).toBeVisible();
      await page.getByRole("button", { name: "Make new recovery codes" }).click();
      await expect(page.getByText("they are shown this once")).toBeVisible();
      const recovery = (await page.getByText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/).allTextContents()) ?? [];
      expect(recovery).toHaveLength(8);
      await sound(page);

      await page.getByRole("button", { name: "Sign out" }).click();
      await followSignInLink(page, email);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your code");
      await sound(page);
      // Not in before the code: no page of the staff's opens.
      await page.goto("/staff/search");
      await expect(page).toHaveURL(/\/sign-in\/second-factor\?returnTo=%2Fstaff%2Fsearch/);
      await page.getByLabel("Code", { exact: true }).fill(recovery[0] ?? "");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page).toHaveURL(/\/staff\/search/);
    });

    test("Ruth sees a participant's pages, changes nothing, and Amara can read that she looked", async ({
      page,
      context,
    }) => {
      const amara = cast.participants[0];
      await signedInAs(context, cast.cohortManager.email);
      await page.goto("/staff");
      await page.getByRole("searchbox", { name: "Search people" }).fill("oka am");
      await page.getByRole("button", { name: "Search", exact: true }).click();
      await sound(page);
      await page
        .getByRole("link", { name: amara?.name ?? "" })
        .first()
        .click();
      await page.getByRole("link", { name: "See their pages" }).click();
      await sound(page);
      const why = `You asked about module ${Math.random().toString(36).slice(2, 8)}`;
      await page.getByLabel("Why are you looking?").fill(why);
      await page.getByRole("button", { name: "See their pages" }).click();
      await expect(page).toHaveURL(/\/dashboard\?cohort=/);
      const banner = page.getByRole("region", { name: "Looking at somebody’s pages" });
      await expect(banner).toContainText(amara?.name ?? "");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Amara");
      await sound(page);
      await page.goto("/dashboard/calendar");
      await expect(page.getByText("That page is private")).toBeVisible();
      await sound(page);
      await banner.getByRole("button", { name: "Stop looking" }).click();
      await expect(page.getByText("You are back to your own pages.")).toBeVisible();
      await expect(banner).toHaveCount(0);

      await signedInAs(context, amara?.email ?? "");
      await page.goto("/account");
      await expect(page.getByRole("listitem").filter({ hasText: why })).toContainText(
        cast.cohortManager.name,
      );
      await sound(page);
    });
  });
}

test("the key / goes to the search, unless somebody types", { tag: "@desk" }, async ({ page, context }) => {
  await signedInAs(context, cast.facilitators[0].email);
  await page.goto("/staff/events");
  const box = page.getByRole("searchbox", { name: "Search people" });
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("tidewell/");
  await expect(box).toHaveValue("tidewell/");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Schools and trusts" })).toBeVisible();
});
