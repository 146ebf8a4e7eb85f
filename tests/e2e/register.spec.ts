import { type Browser, expect, type Page, type TestInfo, test } from "@playwright/test";
import { expectSoundPage } from "./support/checks";
import { signedInAs } from "./support/people";

/** An event's register: taken by who runs it, seen by who was there, refused to everybody else. */

type Cast = { group: string; runs: string; other: string; present: string; part: string; absent: string };

/** Nobody is marked in two journeys, which run side by side; Westbrook is Priya's group and Eastgate Tom's. */
const westbrook = { group: "Westbrook", runs: "Priya Raman", other: "Tom Ellery" };
const eastgate = { group: "Eastgate", runs: "Tom Ellery", other: "Priya Raman" };
const CASTS: Record<"with" | "without", Cast> = {
  with: { ...westbrook, present: "Farah Siddiqui", part: "Leila Haddad", absent: "Rosalind Teague" },
  without: { ...eastgate, present: "Kwame Asante", part: "Nell Fairbrother", absent: "Tobias Wren" },
};
/** Reports of that Friday: as Teams gives it out, in UTF-16 with tabs, and as Zoom does. */
const ROWS = [
  ["Demir, Yusuf", "yusuf.demir@example.org", "15:55", "18:05", "2h 10m"],
  ["Farah", "", "16:00", "17:00", "1h"],
  ["Read.ai Notetaker", "", "16:00", "18:00", "2h"],
  ["Ghost", "", "", "", "a while"],
] as const;
const TEAMS: [string, Buffer] = [
  "Peer learning group 2 - Attendance report.csv",
  Buffer.from(
    [
      "\uFEFF2. Participants",
      "Name\tEmail\tFirst Join\tLast Leave\tIn-Meeting Duration",
      ...ROWS.map(([name, email, from, to, long]) =>
        [name, email, from && `20/11/2026, ${from}:00`, to && `20/11/2026, ${to}:00`, long].join("\t"),
      ),
    ].join("\r\n"),
    "utf16le",
  ),
];
const ZOOM: [string, Buffer] = [
  "participants_81234567890.csv",
  Buffer.from(
    [
      "Name (original name),Email,Join time,Leave time,Duration (minutes)",
      ...ROWS.map(([name, email, from, to, long]) =>
        [name, email, from && `Nov 20, 2026 ${from}:00`, to && `Nov 20, 2026 ${to}:00`, long]
          .map((cell) => `"${cell}"`)
          .join(","),
      ),
    ].join("\n"),
  ),
];
const WHOLE = /\d+% of the whole programme is done: [^.]+\./;

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test.describe(`${how} JavaScript`, { tag: "@desk" }, () => {
    test.use({ javaScriptEnabled });
    const sound = async (page: Page) => {
      if (javaScriptEnabled) await expectSoundPage(page);
    };

    test("a facilitator takes a register, and the participants see what it did", async ({
      browser,
    }, info) => {
      const cast = CASTS[how];
      const open = (who: string) => pageOf(browser, info, javaScriptEnabled, who);
      const title = `Peer learning group 2, ${how} scripts`;
      const participant = await open(cast.present);
      await participant.goto("/dashboard");
      const before = await participant.getByText(WHOLE).textContent();
      await addEvent(await open("Ruth Calder"), title, cast);

      const page = await open(cast.runs);
      await page.goto("/staff");
      await sound(page);
      await page.getByRole("main").getByRole("link", { name: title }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Register: ${title}`);
      await mark(page, cast.present, "Present");
      await mark(page, cast.absent, "Absent");
      await mark(page, cast.part, "Part");
      const minutes = page.getByLabel(`that ${cast.part} was there`);
      await minutes.fill("500");
      await sound(page);
      await page.getByRole("button", { name: "Review and save" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("link", { name: /Enter fewer than 120 minutes/ })).toBeVisible();
      await expect(minutes).toHaveValue("500");
      await expect(marked(page, cast.absent, "Absent")).toBeChecked();
      await sound(page);
      await minutes.fill("45");
      await page.getByRole("button", { name: "Review and save" }).click();
      await expect(page.getByRole("heading", { name: "Check before you save" })).toBeVisible();
      await expect(page.getByText("1 present, 1 for part of it, 1 absent")).toBeVisible();
      await sound(page);

      // The same person in a second browser has come as far, with another view of it.
      const second = await open(cast.runs);
      await second.goto(page.url().replace(/\?.*/, ""));
      await mark(second, cast.present, "Absent");
      await second.getByRole("button", { name: "Review and save" }).click();
      await expect(second.getByText("0 present, 1 absent")).toBeVisible();

      await page.getByRole("button", { name: "Save the register" }).click();
      await expect(page.getByText("The register is saved")).toBeVisible();
      await expect(page.getByText(/1 present, 1 for part of it, 1 absent/)).toBeVisible();
      await sound(page);

      await participant.goto("/dashboard");
      await expect(participant.getByText(WHOLE)).not.toHaveText(before ?? "");
      await expect(participant.getByText(`Marked present by ${cast.runs}: 2 h.`)).toBeVisible();
      const partly = await open(cast.part);
      await partly.goto("/dashboard");
      await expect(partly.getByText(`Marked as there for 45 min of it by ${cast.runs}.`)).toBeVisible();

      // The second is told what differs: whom they both marked, and whom only the first did. Nothing is lost.
      await second.getByRole("button", { name: "Save the register" }).click();
      await expect(second.getByRole("alert").filter({ hasText: "Somebody else saved" })).toBeVisible();
      await expect(
        second.getByText(new RegExp(`${cast.present}: present before \\(${cast.runs}, .*\\), now absent`)),
      ).toBeVisible();
      await expect(second.getByText(`${cast.part}: there for 45 min (${cast.runs}`)).toBeVisible();
      await second.getByRole("button", { name: "Save the register" }).click();
      await expect(second.getByRole("link", { name: "Enter why the register is corrected" })).toBeVisible();
      await sound(second);
      await second.getByLabel("Why is the register corrected?").fill("Taken for her sister");
      await second.getByRole("button", { name: "Save the register" }).click();
      await expect(second.getByText(/0 present, 1 for part of it, 2 absent/)).toBeVisible();
      await second.getByText("1 correction of this register").click();
      await expect(second.getByText("Taken for her sister")).toBeVisible();
      await sound(second);

      await participant.goto("/dashboard");
      await expect(participant.getByText(`Corrected: Marked absent by ${cast.runs}.`)).toBeVisible();

      if (javaScriptEnabled) await markByKeyboard(second);

      const other = await open(cast.other);
      const answer = await other.goto(new URL(page.url()).pathname.concat("/register"));
      expect(answer?.status()).toBe(404);
      await expect(other.getByRole("heading", { level: 1 })).toHaveText("Page not found");
      await sound(other);
    });

    test("a meeting's report is matched, looked at, and entered only then", async ({ browser }, info) => {
      const open = (who: string) => pageOf(browser, info, javaScriptEnabled, who);
      const title = `Session with a report, ${info.project.name} ${how} scripts`;
      await addEvent(await open("Ruth Calder"), title, westbrook);
      const page = await open(westbrook.runs);
      await page.goto("/staff/events?show=to_take");
      await page.getByRole("main").getByRole("link", { name: title }).first().click();
      const event = /\/staff\/events\/[^/]+/.exec(page.url())?.[0];
      await page.goto(`${event}/register/import`);
      const file = page.getByLabel("The meeting’s attendance report");
      const send = async (name: string, buffer: Buffer) => {
        await file.setInputFiles({ name, mimeType: "text/csv", buffer });
        await page.getByRole("button", { name: "Read the report" }).click();
      };

      await page.getByLabel("From how much of the event on").selectOption("75");
      await send("report.csv", Buffer.from("<!doctype html><title>Sign in</title>"));
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("link", { name: /no attendance report of Teams or Zoom/ })).toBeVisible();
      await expect(page.getByLabel("From how much of the event on")).toHaveValue("75");
      await sound(page);

      await send(...(javaScriptEnabled ? TEAMS : ZOOM));
      await expect(page.getByRole("heading", { name: "What the report says" })).toBeVisible();
      await expect(page.getByRole("row", { name: /^Yusuf Demir/ })).toContainText("present");
      await expect(page.getByLabel(/^Farah, 60 min/)).toHaveValue("");
      await page.locator("summary", { hasText: "2 people not of this register" }).click();
      await expect(page.getByText("Read.ai Notetaker, 120 min")).toBeVisible();
      await page.locator("summary", { hasText: "1 line that cannot be read" }).click();
      await expect(page.getByText(/neither when nor for how long Ghost was there/)).toBeVisible();
      await sound(page);

      // Nothing is entered before somebody says so.
      const second = await open(westbrook.runs);
      await second.goto(`${event}/register`);
      await expect(marked(second, "Yusuf Demir", "Present")).not.toBeChecked();

      await page.getByRole("button", { name: "Enter into the register" }).click();
      await expect(page.getByText("The register is saved")).toBeVisible();
      await expect(page.getByText(/1 present, 0 absent|1 present/).first()).toBeVisible();
      await second.reload();
      await expect(marked(second, "Yusuf Demir", "Present")).toBeChecked();
      await expect(marked(second, "Farah Siddiqui", "Present")).not.toBeChecked();
    });
  });
}

/** A whole register by keys alone, as far as its review: P and A, and for the second person 45 minutes. */
async function markByKeyboard(page: Page): Promise<void> {
  await page.goto(new URL(page.url()).pathname.concat("/register"));
  const rows = page.locator(".register-list > li");
  const people = await rows.count();
  const focused = (selector: string) => page.locator(`${selector}:focus`);
  while ((await focused('.register-list input[type="radio"]').count()) === 0)
    await page.keyboard.press("Tab");
  await page.keyboard.press("p");
  await page.keyboard.press("4");
  await page.keyboard.press("5");
  await page.keyboard.press("Enter");
  for (let person = 2; person < people; person++) await page.keyboard.press("a");
  await expect(focused(".form-actions button")).toHaveText("Review and save");
  await expect(rows.nth(1).getByRole("radio", { name: "Part" })).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`1 present, 1 for part of it, ${people - 2} absent`)).toBeVisible();
}

/** A browser of their own for one of the demo's people, of the journey's size. */
async function pageOf(
  browser: Browser,
  info: TestInfo,
  javaScriptEnabled: boolean,
  name: string,
): Promise<Page> {
  const { viewport, isMobile, hasTouch, baseURL } = info.project.use;
  const context = await browser.newContext({ viewport, isMobile, hasTouch, baseURL, javaScriptEnabled });
  await signedInAs(context, `${name.toLowerCase().replace(" ", ".")}@example.org`);
  return context.newPage();
}

const marked = (page: Page, who: string, mark: string) =>
  page.getByRole("radiogroup", { name: who }).getByRole("radio", { name: mark });

const mark = (page: Page, who: string, as: string) => marked(page, who, as).check();

/** The cohort's manager adds an event of last Friday, whose register waits. */
async function addEvent(
  page: Page,
  title: string,
  { group, runs }: Pick<Cast, "group" | "runs">,
): Promise<void> {
  await page.goto("/staff/cohorts");
  await page.getByRole("link", { name: "NPQEL, Spring 2026" }).click();
  await page.getByRole("link", { name: "Add an event" }).click();
  const milestone = page
    .getByLabel("What is it for?")
    .locator("option", { hasText: "Peer learning group 2" });
  await page.getByLabel("What is it for?").selectOption((await milestone.getAttribute("value")) ?? "");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Where?").fill("Online");
  await page.getByLabel("On which day?").fill("2026-11-20");
  await page.getByLabel("From, in London time").fill("16:00");
  await page.getByLabel("To, in London time").fill("18:00");
  await page.getByLabel("Who is expected?").selectOption({ label: group });
  await page.getByLabel("Who runs it").selectOption({ label: runs });
  await page.getByRole("button", { name: "Add the event" }).click();
  await expect(page.getByText("The event is added")).toBeVisible();
}
