import type { APIRequestContext, Page } from "@playwright/test";
import { filledIn } from "./application-form";
import { formOf, send } from "./matrix-forms";

/** Applications made as a browser without scripts makes them, for journeys that are about something else. */

const ORIGIN = new URL(process.env.PORTAL_URL ?? "http://localhost:3000").origin;
type Fields = Record<string, string | readonly string[]>;

/** Sends a form of somebody's, and gives the path it leads to. */
async function go(owner: APIRequestContext, path: string, button: string, typed: Fields): Promise<string> {
  const fields = { ...(await formOf(owner, path, button)), ...typed };
  const answer = await send(owner, path, fields, { Origin: ORIGIN });
  const next = answer.headers().location;
  if (!next) throw new Error(`${path} was not saved (${answer.status()})`);
  return new URL(next, ORIGIN).pathname;
}

/** A draft that only waits to be sent; gives the path of its page. */
export async function fillDraft(owner: APIRequestContext, name: string, sponsor?: Fields): Promise<string> {
  const home = await go(owner, "/applications", "Apply for Spring 2027", {});
  for (const [page, typed] of filledIn(name)) {
    const fields = page === "sponsor" ? { ...typed, ...sponsor } : typed;
    await go(owner, `${home}/edit/${page}`, "Save and continue", fields);
  }
  return home;
}

/** Sends an application by whoever is signed in on that page, which it leaves at the application's own page. */
export async function sendApplication(page: Page, name: string, sponsor: Fields): Promise<string> {
  const { request } = page.context();
  const home = await fillDraft(request, name, sponsor);
  await go(request, `${home}/check`, "Send the application", {});
  await page.goto(home);
  return home;
}
