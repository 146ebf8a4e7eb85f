import { expect, type Page } from "@playwright/test";
import { DECLARATION_WORDS, DECLARATIONS } from "../../../lib/applications/schema-choices";
import { prompts } from "../../../prisma/seed/npqel/prompts";

/** A whole application, as somebody fills it in. */

/** 110 words. */
export const STATEMENT = Array.from({ length: 22 }, (_, at) => `I lead two schools (${at + 1}).`).join(" ");

/** Every page of the form with what is sent from it. */
export function filledIn(name: string): [page: string, typed: Record<string, string | readonly string[]>][] {
  return [
    ["about", { fullName: name }],
    ["registration", { dfeRegistration: "not_sure", trn: "" }],
    [
      "workplace/by-hand",
      { workplace: "Harrow Beck Trust", workplaceTown: "Carrowby", workplacePostcode: "" },
    ],
    [
      "role",
      {
        jobTitle: "Executive headteacher",
        leadershipRole: "executive_head",
        leadershipYears: "9",
        schoolsLed: "2",
        experience: "Head of two schools for six years.",
      },
    ],
    ["funding", { fundingRoute: "school_or_trust" }],
    [
      "sponsor",
      {
        sponsorRole: "line_manager",
        sponsorName: "Dora Penn",
        sponsorEmail: "dora.penn@example.org",
        sponsorSees: ["work", "statements"],
      },
    ],
    ["mentor", { mentorIsSponsor: "yes", mentorName: "", mentorJobTitle: "", mentorEmail: "" }],
    ["residential", { residentialPlace: "Oxford", access: "", dietary: "" }],
    ...prompts.map(({ key }): [string, Record<string, string>] => [
      `statement-${key}`,
      { statement: STATEMENT },
    ]),
    ["declarations", { declarations: [...DECLARATIONS] }],
  ];
}

const go = (page: Page) => page.getByRole("button", { name: "Save and continue" }).click();
const isAt = (page: Page, title: string) => expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

/** Fills in the pages after the registration with DfE and comes to "Check your answers"; `look` sees each page. */
export async function fillTheRest(page: Page, look: () => Promise<void>): Promise<void> {
  await isAt(page, "Where you work");
  await page.getByRole("searchbox").fill("two weirs");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/q=two\+weirs/);
  await page.getByRole("radio", { name: /Two Weirs Primary School/ }).check();
  await look();
  await page.getByRole("link", { name: "It is not listed" }).click();
  await page.getByLabel("Name of your school or trust").fill("Harrow Beck Trust");
  await look();
  await page.goBack();
  await page.getByRole("radio", { name: /Two Weirs Primary School/ }).check();
  await go(page);

  await isAt(page, "Your role and leadership experience");
  await page.getByLabel("Your job title").fill("Executive headteacher");
  await page.getByRole("radio", { name: /^Executive headteacher/ }).check();
  await page.getByLabel("How many years").fill("9");
  await page.getByLabel("How many schools").fill("2");
  await page.getByLabel("Your leadership experience").fill("Head of two schools for six years.");
  await look();
  await go(page);

  await isAt(page, "Who pays");
  await page.getByRole("radio", { name: "My school or trust pays" }).check();
  await look();
  await go(page);

  await isAt(page, "Your sponsor");
  await page.getByRole("radio", { name: "My line manager" }).check();
  await page.getByLabel("Your sponsor's name").fill("Dora Penn");
  await page.getByLabel("Your sponsor's e-mail address").fill("dora.penn@example.org");
  await page.getByRole("checkbox", { name: "My statements" }).check();
  await look();
  await go(page);

  await isAt(page, "Your NPQ mentor");
  await page.getByRole("radio", { name: "No, somebody else" }).check();
  await page.getByLabel("Your mentor's name").fill("Edwin Marr");
  await page.getByLabel("Your mentor's job title").fill("Executive headteacher");
  await page.getByLabel("Your mentor's e-mail address").fill("edwin.marr@example.org");
  await look();
  await go(page);

  await isAt(page, "Residential, access and food");
  await page.getByRole("radio", { name: "Oxford" }).check();
  await page.getByLabel("What should the kitchen know?").fill("No celery, please.");
  await look();
  await go(page);

  for (const { heading } of prompts) {
    await isAt(page, heading);
    await page.getByLabel("Your answer").fill(STATEMENT);
    await look();
    await go(page);
  }

  await isAt(page, "Declarations");
  for (const words of Object.values(DECLARATION_WORDS))
    await page.getByRole("checkbox", { name: words }).check();
  await look();
  await go(page);
  await isAt(page, "Check your answers");
}
