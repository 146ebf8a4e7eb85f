import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { cohortManager, otherManager } from "../../prisma/seed/cast";
import { expectSoundPage } from "./support/checks";
import { linkInNewMail, newAddress, signedInAs } from "./support/people";

/** Information webinars: a visitor comes and gives the place up; a manager makes, publishes, changes and cancels. */

const JOIN = "https://meet.example.org/e2e";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      if (javaScriptEnabled) await expectSoundPage(page);
    };

    test("Maya registers, has the joining link, and gives her place up", async ({ page, request }) => {
      const email = newAddress("maya.lindqvist");
      const subject = "Your place: Fees, funding and time: your questions";
      await page.goto("/programmes/npqel");
      await page.getByRole("main").getByRole("link", { name: "Fees, funding and time" }).click();
      await expect(page.getByText("Thursday 3 December 2026, 16:00 to 16:45")).toBeVisible();
      await expect(page.getByText("meet.example.org")).toHaveCount(0);
      await sound(page);
      await page.getByLabel("Your name").fill("Maya Lindqvist");
      await page.getByRole("button", { name: "Register" }).click();
      await expect(page).toHaveTitle(/^Error: Fees, funding and time/);
      await expect(page.getByLabel("Your name")).toHaveValue("Maya Lindqvist");
      await sound(page);
      await page.getByLabel("E-mail address").fill(email);
      await page.getByRole("button", { name: "Register" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look at your e-mail");
      await sound(page);

      const link = await linkInNewMail(page, email, 0, "/webinars/places/");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(subject);
      await page.getByText("webinar.ics").click();
      await expect(page.getByText("METHOD:REQUEST")).toBeVisible();

      await page.goto(link);
      const join = page.getByRole("link", { name: "Join the webinar" });
      await expect(join).toHaveAttribute("href", "https://meet.example.org/npqel-december");
      await sound(page);
      const own = await request.get(link);
      expect(own.headers()["cache-control"]).toContain("no-store");
      expect(await own.text()).toContain('<meta name="robots" content="noindex');
      const calendar = await request.get(`${link}/webinar.ics`);
      expect(calendar.headers()["content-type"]).toContain("text/calendar");
      expect(calendar.headers()["cache-control"]).toBe("no-store");
      expect(await calendar.text()).toMatch(/METHOD:PUBLISH\r\n[\s\S]*DTSTART:20261203T160000Z\r\n/);

      await page.getByRole("button", { name: "Give up my place" }).click();
      await expect(page.getByText("You have given your place up")).toBeVisible();
      await expect(join).toHaveCount(0);
      await sound(page);
      expect((await request.get(`${link}/webinar.ics`)).status()).toBe(404);
      await linkInNewMail(page, email, 1, "/webinars/");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Place given up");
    });

    test(
      "Ruth makes, publishes, changes and cancels one, and Owen's old page is refused",
      { tag: "@desk" },
      async ({ page, context, browser }, info) => {
        const title = `An evening for deputies ${Math.random().toString(36).slice(2, 8)}`;
        const other = async () => browser.newContext({ ...info.project.use, javaScriptEnabled });
        await signedInAs(context, cohortManager.email);
        await page.goto("/staff");
        await page.getByRole("navigation", { name: "Staff" }).getByText("Admissions").click();
        await page.getByRole("navigation", { name: "Staff" }).getByRole("link", { name: "Webinars" }).click();
        await sound(page);
        await page.getByRole("link", { name: "New webinar" }).click();
        await sound(page);
        await page.getByLabel("Title").fill(title);
        await page.getByLabel("What is it about?").fill("What changes when **one school** becomes two.");
        await page.getByLabel("Day").fill("2026-12-15");
        await page.getByLabel("From, in London time").fill("18:00");
        await page.getByLabel("To, in London time").fill("17:00");
        await page.getByLabel("Joining link").fill(JOIN);
        await page.getByLabel("How many may come?").fill("1");
        await page.getByRole("button", { name: "Save as a draft" }).click();
        await expect(page.getByRole("link", { name: "Enter an end that is after the start" })).toBeVisible();
        await expect(page.getByLabel("Joining link")).toHaveValue(JOIN);
        await sound(page);
        await page.getByLabel("To, in London time").fill("19:00");
        await page.getByRole("button", { name: "Save as a draft" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        await sound(page);
        await page.getByRole("button", { name: "Publish it" }).click();
        await expect(page.getByText("The webinar is public")).toBeVisible();
        await sound(page);
        const home = new URL(page.url()).pathname;

        const owens = await openEdit(await other(), home);
        const visitor = await (await other()).newPage();
        const email = newAddress("callum.birch");
        await visitor.goto("/webinars");
        await sound(visitor);
        await visitor.getByRole("link", { name: title, exact: true }).click();
        await fillIn(visitor, email);
        await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Look at your e-mail");
        await visitor.goto(home.replace("/staff", ""));
        await expect(visitor.getByText("Every place is taken at the moment")).toBeVisible();
        await fillIn(visitor, newAddress("too.late"));
        await expect(visitor.getByText(/Every place is taken, so you are not registered/)).toBeVisible();
        await sound(visitor);

        await page.goto(home);
        await expect(page.getByText("Registered (1)")).toBeVisible();
        await page.getByRole("link", { name: "Change it" }).click();
        await sound(page);
        await page.getByLabel("From, in London time").fill("17:30");
        await page.getByRole("button", { name: "Save" }).click();
        await expect(page.getByText("Saved. Who has to know is told by e-mail.")).toBeVisible();

        await owens.getByLabel("Title").fill("Owen's own words");
        await owens.getByRole("button", { name: "Save" }).click();
        await expect(owens.getByText("This was changed in another tab or by somebody else")).toBeVisible();
        await expect(owens.getByLabel("Title")).toHaveValue("Owen's own words");
        await sound(owens);

        await page.getByRole("link", { name: "Cancel it" }).click();
        await expect(page.getByText("One person has a place.")).toBeVisible();
        await page.getByLabel(/What would you like to tell them/).fill("Ruth is away that evening.");
        await sound(page);
        await page.getByRole("button", { name: "Cancel the webinar" }).click();
        await expect(page.getByText("The webinar is cancelled.")).toBeVisible();
        await sound(page);
        await linkInNewMail(visitor, email, 2, "/webinars");
        await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(`Cancelled: ${title}`);
        await expect(visitor.getByText("Ruth is away that evening.").first()).toBeVisible();
        await visitor.goto(home.replace("/staff", ""));
        await expect(visitor.getByText("It does not take place")).toBeVisible();
        await sound(visitor);
      },
    );
  });
}

/** Owen opens the form before Ruth saves. */
async function openEdit(context: BrowserContext, home: string): Promise<Page> {
  await signedInAs(context, otherManager.email);
  const page = await context.newPage();
  await page.goto(`${home}/edit`);
  return page;
}

async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("Your name").fill("Callum Birch");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Register" }).click();
}
