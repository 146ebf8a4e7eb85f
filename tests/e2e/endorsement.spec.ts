import { type Browser, expect, type Page, type TestInfo, test } from "@playwright/test";
import { administrator, cohortManager } from "../../prisma/seed/cast";
import { sendApplication } from "./support/applying";
import { expectSoundPage } from "./support/checks";
import { ask } from "./support/database";
import { linkInNewMail, newAddress, signedInAs, signIn } from "./support/people";

/** The sponsor answers by a personal link, on any device, without an account. */

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      if (javaScriptEnabled) await expectSoundPage(page);
    };
    const someoneElse = async (browser: Browser, info: TestInfo, signedIn?: string) => {
      const context = await browser.newContext({ ...info.project.use, javaScriptEnabled });
      if (signedIn) await signedInAs(context, signedIn);
      return context.newPage();
    };
    /** Opens the link in the newest e-mail to the sponsor. */
    const openLink = async (page: Page, email: string, before = 0) => {
      const link = await linkInNewMail(page, email, before, "/endorsements/");
      await page.goto(link);
      return link;
    };

    test("Dora reads what Marian shares and endorses; Ruth sees it, and offers", async ({
      page,
      browser,
    }, info) => {
      const dora = newAddress("dora.penn");
      const marian = newAddress("marian.holt");
      await signIn(page, marian);
      const home = await sendApplication(page, "Marian Holt", {
        sponsorName: "Dora Penn",
        sponsorEmail: dora,
        sponsorSees: ["work"],
      });
      await expect(page.getByText("An offer waits for their answer.")).toBeVisible();
      await sound(page);

      const sponsor = await someoneElse(browser, info);
      const link = await openLink(sponsor, dora);
      await expect(sponsor.getByRole("heading", { level: 1 })).toHaveText(
        "Will you endorse Marian Holt’s application?",
      );
      await expect(sponsor.getByText("75 hours in all")).toBeVisible();
      await expect(sponsor.getByText("£4,099 + VAT (£4,918.80)")).toBeVisible();
      await expect(sponsor.getByText("Harrow Beck Trust")).toBeVisible();
      await expect(sponsor.getByRole("main")).not.toContainText("I lead two schools");
      await expect(sponsor.getByRole("main")).not.toContainText(marian);
      await sound(sponsor);

      await sponsor.getByRole("button", { name: "Send your answer" }).click();
      await expect(sponsor).toHaveTitle(/^Error: /);
      await expect(sponsor.getByRole("link", { name: "Choose one of the three answers" })).toBeVisible();
      await expect(sponsor.getByLabel("Your job title")).toBeHidden();
      await sponsor.getByRole("radio", { name: "I endorse the application" }).check();
      await sponsor.getByLabel("Your job title").fill("Chief executive");
      await sponsor.getByLabel("Anything you want to add").fill("She has Fridays for it.");
      await sound(sponsor);
      await sponsor.getByRole("button", { name: "Send your answer" }).click();
      await expect(sponsor.getByRole("link", { name: /you make the time/ })).toBeVisible();
      await expect(sponsor.getByLabel("Your job title")).toHaveValue("Chief executive");
      await expect(sponsor.getByLabel("Anything you want to add")).toHaveValue("She has Fridays for it.");
      await sound(sponsor);
      for (const tick of await sponsor.getByRole("checkbox").all()) await tick.check();
      await sponsor.getByRole("button", { name: "Send your answer" }).click();
      await expect(sponsor.getByRole("heading", { level: 1 })).toHaveText("Thank you for your answer");
      await expect(sponsor.getByText("as Chief executive, you endorsed")).toBeVisible();
      await expect(sponsor.getByRole("main")).not.toContainText("Harrow Beck Trust");
      await sound(sponsor);
      await sponsor.goto(link);
      await expect(sponsor.getByText("She has Fridays for it.")).toBeVisible();

      await page.goto(home);
      await expect(page.getByText(/^Endorsed your application on /)).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText("She has Fridays for it.");
      await sound(page);

      const ruth = await someoneElse(browser, info, cohortManager.email);
      await ruth.goto(`/staff/applications?q=${home.split("/").at(-1)}`);
      await ruth.getByRole("link", { name: "Marian Holt" }).click();
      await expect(ruth.getByText("She has Fridays for it.")).toBeVisible();
      await sound(ruth);
      await ruth.getByRole("button", { name: "Begin the review" }).click();
      await ruth.getByRole("link", { name: "Offer a place" }).click();
      await expect(ruth.getByText("Dora Penn has endorsed the application.")).toBeVisible();
      await sound(ruth);
    });

    test("the wrong person says so; Marian names another, who declines, and the first link is of no use", async ({
      page,
      browser,
    }, info) => {
      const piet = newAddress("piet.alder");
      const dora = newAddress("dora.penn");
      await signIn(page, newAddress("marian.holt"));
      const home = await sendApplication(page, "Marian Holt", {
        sponsorName: "Piet Alder",
        sponsorEmail: piet,
      });

      const sponsor = await someoneElse(browser, info);
      await openLink(sponsor, piet);
      await sponsor.getByRole("radio", { name: "I am not the right person" }).check();
      await sponsor.getByLabel("Who the right person is, if you know").fill("Dora Penn chairs the trustees");
      await sound(sponsor);
      await sponsor.getByRole("button", { name: "Send your answer" }).click();
      await expect(sponsor.getByText(/you are not the right person/)).toBeVisible();
      await sound(sponsor);

      await page.goto(home);
      await expect(page.getByText("They wrote: “Dora Penn chairs the trustees”")).toBeVisible();
      await sound(page);
      await page.getByRole("link", { name: "Name another sponsor" }).click();
      await page.getByRole("radio", { name: "Chair of trustees" }).check();
      await page.getByLabel("Your sponsor’s name").fill("Dora Penn");
      await page.getByLabel("Your sponsor’s e-mail address").fill(piet);
      await page.getByRole("button", { name: "Ask this person" }).click();
      await expect(page.getByRole("link", { name: /we have written to this one/ })).toBeVisible();
      await expect(page.getByLabel("Your sponsor’s name")).toHaveValue("Dora Penn");
      await sound(page);
      await page.getByLabel("Your sponsor’s e-mail address").fill(dora);
      await page.getByRole("button", { name: "Ask this person" }).click();
      await expect(page.getByText(dora).first()).toBeVisible();

      await openLink(sponsor, dora);
      await sponsor.getByRole("radio", { name: "I do not endorse it" }).check();
      await sponsor.getByRole("button", { name: "Send your answer" }).click();
      await expect(sponsor.getByRole("link", { name: "Enter why you do not endorse it" })).toBeVisible();
      await sponsor.getByLabel("Why you do not endorse it").fill("Not in the year of the merger.");
      await sponsor.getByRole("button", { name: "Send your answer" }).click();
      await expect(sponsor.getByText(/you do not endorse Marian Holt’s application/)).toBeVisible();
      await page.goto(home);
      await expect(page.getByText(/Please talk to them/).first()).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText("merger");
      await sound(page);

      const ruth = await someoneElse(browser, info, cohortManager.email);
      await ruth.goto(`/staff/applications?q=${home.split("/").at(-1)}`);
      await ruth.getByRole("link", { name: "Marian Holt" }).click();
      await expect(ruth.getByText("Not in the year of the merger.")).toBeVisible();
      await ruth.getByRole("button", { name: "Begin the review" }).click();
      await ruth.getByRole("link", { name: "Offer a place" }).click();
      await ruth.getByRole("radio", { name: "No, the fee is paid" }).check();
      await ruth.getByRole("button", { name: "Offer the place" }).click();
      await expect(ruth.getByRole("link", { name: /without the sponsor’s endorsement/ })).toBeVisible();
      await sound(ruth);
    });

    test("a link that ran out says so and sends a new one, and an unknown one is not there", async ({
      page,
      browser,
    }, info) => {
      const dora = newAddress("dora.penn");
      await signIn(page, newAddress("marian.holt"));
      const home = await sendApplication(page, "Marian Holt", {
        sponsorName: "Dora Penn",
        sponsorEmail: dora,
      });
      const reference = home.split("/").at(-1);
      const sponsor = await someoneElse(browser, info);
      const link = await linkInNewMail(sponsor, dora, 0, "/endorsements/");
      await ask(
        `UPDATE "Endorsement" SET "askedAt" = "askedAt" - interval '40 days', "expiresAt" = "expiresAt" - interval '40 days'
         WHERE "applicationId" = (SELECT id FROM "Application" WHERE reference = $1)`,
        [reference],
      );
      const answer = await sponsor.goto(link);
      expect(answer?.headers()["cache-control"]).toContain("no-store");
      // With no-referrer a browser without scripts would send the form without an origin, and the portal refuses that.
      expect(answer?.headers()["referrer-policy"]).toBe("same-origin");
      await expect(sponsor.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
      await expect(sponsor.getByRole("heading", { level: 1 })).toHaveText("This link has run out");
      await sound(sponsor);
      await page.goto(home);
      await expect(page.getByText("not answered in time").first()).toBeVisible();
      await sponsor.getByRole("button", { name: "Send me a new link" }).click();
      await expect(sponsor.getByRole("heading", { level: 1 })).toHaveText("A newer link was sent");
      await sound(sponsor);
      expect(await openLink(sponsor, dora, 1)).not.toBe(link);
      await expect(sponsor.getByRole("heading", { level: 1 })).toContainText("Will you endorse");

      const unknown = await sponsor.goto(`${link.slice(0, -4)}AAAA`);
      expect(unknown?.status()).toBe(404);
      await expect(sponsor.getByRole("heading", { level: 1 })).toHaveText("Page not found");

      await page.goto(`${home}/withdrawal`);
      await page.getByRole("button", { name: "Withdraw it" }).click();
      await expect(page.getByText("Your application is withdrawn.")).toBeVisible();
      await sponsor.goto(link);
      await expect(sponsor.getByRole("heading", { level: 1 })).toHaveText("No answer is needed any more");
      await sound(sponsor);
    });

    test("Miles finds an e-mail that was given up and sends it again", { tag: "@desk" }, async ({
      page,
      context,
    }) => {
      const email = newAddress("oda.brill");
      const subject = `Your place is confirmed: ${email.slice(10, 18)}`;
      await ask(
        `INSERT INTO "OutboxMessage" (id, "dedupeKey", template, "toAddress", subject, text, html, "createdAt", "nextAttemptAt", attempts, "deadAt", "lastError")
         VALUES (gen_random_uuid(), $1, 'offer-accepted', $1, $2, 'Hello', 'Hello', $3, $3, 8, $3, 'The mail server refused the recipient (550 5.1.1).')`,
        [email, subject, "2026-11-22T09:00:00Z"],
      );
      await signedInAs(context, administrator.email);
      await page.goto("/staff");
      await page.getByRole("link", { name: /e-mails? (was|were) given up/ }).click();
      await sound(page);
      const letter = page.getByRole("listitem").filter({ hasText: email });
      await expect(letter).toContainText("refused the recipient (550 5.1.1)");
      await letter.getByRole("button", { name: "Send it again" }).click();
      await expect(page.getByText("The e-mail is on its way again.")).toBeVisible();
      await expect(letter).toHaveCount(0);
      await sound(page);
      await expect(async () => {
        await page.goto(`/dev/mailbox?to=${encodeURIComponent(email)}`);
        await expect(page.getByRole("main")).toContainText(subject, { timeout: 1_000 });
      }).toPass({ timeout: 20_000 });
    });
  });
}
