import { expect, test } from "@playwright/test";
import { isLeftOut, isParticipantsPage } from "../../lib/auth/viewing/pages";
import type { Form, Places } from "../support/matrix-actions";
import { ALL_ACTIONS, ALL_HANDLERS, ALL_PAGES } from "../support/matrix-areas";
import { LIST_ANSWERS, listQueries } from "../support/matrix-lists";
import { actionsFound, handlersFound, listsFound, pagesFound } from "../support/matrix-scan";
import { KNOCKERS } from "../support/matrix-table";
import { formOf, hiddenFields, send } from "./support/matrix-forms";
import {
  everybody,
  find,
  ORIGIN,
  type People,
  places,
  state,
  type Things,
  things,
} from "./support/matrix-people";
import { pageAddresses } from "./support/page-addresses";

/**
 * Who may do what (checklist, 15, 16, 19, 21, 29 and 30): every page, route handler and server action, knocked at
 * directly by everybody who should not get in. The tables are in tests/support/matrix-*.ts.
 */
test.describe.configure({ mode: "default", timeout: 240_000 });

let people: People;
let at: Things;
let draft: string;
let where: Places;
let addresses: Record<string, string>;

test.beforeAll(async ({ browser }) => {
  ({ people, draft } = await everybody(browser));
  at = await things();
  where = await places(people, at, draft);
  addresses = await pageAddresses(at);
});

test.afterAll(async () => {
  for (const person of Object.values(people ?? {})) await person.dispose();
});

const fromHere = { Origin: ORIGIN };
const forms = Object.entries(ALL_ACTIONS).filter(
  (entry): entry is [string, Form] => typeof entry[1] === "object",
);
const UNKNOWN_FIELD = "The form sent something it should not have";

test("the tables name every page, route handler and server action", () => {
  expect(Object.keys(ALL_PAGES).sort()).toEqual(pagesFound().sort());
  expect(Object.keys(ALL_HANDLERS).sort()).toEqual(handlersFound().sort());
  expect(Object.keys(ALL_ACTIONS).sort()).toEqual(actionsFound().sort());
});

test("every page answers everybody as the table says", async () => {
  const got: Record<string, string> = {};
  for (const page of Object.keys(ALL_PAGES)) {
    const path = addresses[page] ?? "";
    const answers = KNOCKERS.map(async (who) => {
      const answer = await people[who].get(path, { maxRedirects: 0 });
      return inWords(answer.status(), answer.headers().location, path);
    });
    got[page] = (await Promise.all(answers)).join(" ");
  }
  expect(got).toEqual(ALL_PAGES);
});

/** The page with the form. */
async function pageOf({ page }: Form): Promise<string> {
  return typeof page === "function" ? page(find) : where[page];
}

function inWords(status: number, location: string | undefined, path: string): string {
  if (status === 200) return "ok";
  if (status === 404) return "none";
  const to = location ? new URL(location, ORIGIN) : undefined;
  if (to?.origin !== ORIGIN) return `${status}`;
  if (to.pathname === "/sign-in") return to.searchParams.has("returnTo") ? "sign-in" : "sign-in-and-lost";
  if (["/staff", "/dashboard", "/applications"].includes(to.pathname)) return "home";
  return path.startsWith(`${to.pathname}/`) ? "back" : `${status} ${to.pathname}`;
}

for (const [action, form] of forms) {
  test(`${action} refuses everybody else, and whatever comes from anywhere else`, async () => {
    const path = await pageOf(form);
    const owner = people[form.owner];
    const fields = { ...(await formOf(owner, path, form.button)), ...form.fields };
    if (form.page === "register") fields[`mark-${at.marked}`] = "absent";
    const before = await state(at, draft);

    // All at once: none of them changes anything, so that none is in another's way.
    const knocks = form.refused.map(async (who) => {
      const answer = await send(people[who], path, fields, fromHere);
      expect(answer.status(), who).toBe(404);
    });
    const strays = ELSEWHERE.map(async (headers) => {
      const answer = await send(owner, path, fields, headers);
      expect(answer.status(), JSON.stringify(headers)).toBe(403);
    });
    const signedOut = await send(people.signedOut, path, fields, fromHere);
    expect([303, 307, 308]).toContain(signedOut.status());
    expect(new URL(signedOut.headers().location ?? "", ORIGIN).pathname).toBe("/sign-in");
    await Promise.all([...knocks, ...strays]);

    // Its owner reaches the very same action, which refuses fields more and keeps all as it was.
    const more = Object.fromEntries(["role", "status", "userId"].map((name) => [name, "administrator"]));
    const answer = await send(owner, path, { ...fields, ...more }, fromHere);
    expect(answer.status(), "fields more").toBe(200);
    expect(await answer.text(), "fields more").toContain(UNKNOWN_FIELD);
    await refusesWild(owner, path, { ...fields }, form);
    expect(await state(at, draft), "nothing is changed").toBe(before);
  });
}

/** What nobody types, in every field that the table fills in: the form again, or nothing there, and never a fault. */
async function refusesWild(
  owner: People["participant"],
  path: string,
  fields: Parameters<typeof send>[2],
  form: Form,
): Promise<void> {
  const names = Object.keys(form.fields ?? {});
  // A step of an application keeps what is right of it, and so changes the draft; a register answers with its review.
  if (names.length === 0 || form.owner === "draftOwner" || form.page === "register") return;
  const wild = Object.fromEntries(names.map((name) => [name, "\u0000\u001b[2J\u202e".repeat(40)]));
  const answer = await send(owner, path, { ...fields, ...wild }, fromHere);
  expect([200, 404], `wild values, ${answer.status()}`).toContain(answer.status());
  if (answer.status() === 200) expect(await answer.text(), "wild values").toContain("There is a problem");
}

/** Requests that no page of the portal sends. */
const ELSEWHERE: Record<string, string>[] = [
  {},
  { Origin: "null" },
  { Origin: "https://elsewhere.example" },
  { Origin: "https://elsewhere.example", "X-Forwarded-Host": "elsewhere.example" },
  { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "same-origin" },
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "none" },
];

test("every list is taken out by those who see its page, in both formats", async () => {
  const got: Record<string, string> = {};
  const asked = await listQueries(find);
  for (const [list, query] of Object.entries(asked)) {
    const answers = KNOCKERS.map(async (who) => {
      const path = `/staff/lists/${list}.${who === "manager" ? "xlsx" : "csv"}?${query}`;
      const answer = await people[who].get(path, { maxRedirects: 0 });
      if (answer.status() === 200) expect(answer.headers()["cache-control"]).toContain("no-store");
      return inWords(answer.status(), answer.headers().location, path);
    });
    got[list] = (await Promise.all(answers)).join(" ");
  }
  expect(got).toEqual(LIST_ANSWERS);
  expect(Object.keys(LIST_ANSWERS).sort()).toEqual(listsFound().sort());
});

test("a list holds what its taker may see: each manager their own cohorts' applicants", async () => {
  for (const [who, sees] of [
    ["manager", true],
    ["administrator", true],
    ["otherManager", false],
  ] as const) {
    const answer = await people[who].get("/staff/lists/applications.csv?state=all");
    expect((await answer.text()).includes("elena.marsh@example.org"), who).toBe(sees);
  }
});

test("a draft's owner does with the same fields what the others could not", async () => {
  const step = await formOf(people.draftOwner, where.step, "Save and continue");
  const typed = { fullName: "Ada Winter-Holt" };
  const before = await state(at, draft);
  const answer = await send(people.draftOwner, where.step, { ...step, ...typed }, fromHere);
  expect(answer.status()).toBe(303);
  expect(await state(at, draft)).not.toBe(before);
});

test("asking to sign in refuses a field more", async ({ request }) => {
  const fields = hiddenFields(await (await request.get("/sign-in")).text(), "Send me the e-mail");
  const typed = { ...fields, email: "matrix.taken@example.org", role: "administrator" };
  expect(await (await send(request, "/sign-in", typed, fromHere)).text()).toContain(UNKNOWN_FIELD);
});

test("signing out happens by the portal's own form only", async () => {
  const me = people.draftOwner;
  const signedIn = async () => (await me.get("/account", { maxRedirects: 0 })).status();
  expect((await me.get("/sign-out", { maxRedirects: 0 })).status()).toBe(405);
  expect((await me.get("/api/auth/signout", { maxRedirects: 0 })).status()).toBe(404);
  for (const headers of ELSEWHERE) {
    for (const path of ["/sign-out", "/api/auth/signout"]) {
      expect((await send(me, path, { a: "b" }, headers)).status(), path + JSON.stringify(headers)).toBe(403);
    }
  }
  // next-auth wants its own token besides.
  await send(me, "/api/auth/signout", { a: "b" }, fromHere);
  expect(await signedIn(), "still signed in").toBe(200);
  expect((await send(me, "/sign-out", { a: "b" }, fromHere)).status()).toBe(303);
  expect(await signedIn(), "signed out").not.toBe(200);
});

test("whoever looks at a participant's pages sees them, and can send none of their forms", async () => {
  const looker = people.manager;
  const look = forms.find(([action]) => action.endsWith("actions.ts#look"))?.[1];
  if (!look) throw new Error("There is no form to look with");
  const path = await pageOf(look);
  const fields = { ...(await formOf(looker, path, look.button)), ...look.fields };
  expect((await send(looker, path, { ...fields, reason: "For the matrix" }, fromHere)).status()).toBe(303);
  const before = await state(at, draft);
  const theirs = [];
  for (const [action, form] of forms) {
    const page = await pageOf(form);
    // The pages below /dashboard are what is looked at; the private ones are left out (lib/auth/viewing/pages.ts).
    if (form.owner !== "participant" || !isParticipantsPage(page) || isLeftOut(page)) continue;
    theirs.push(action);
    const shown = { ...(await formOf(looker, page, form.button)), ...form.fields };
    const answer = await send(looker, page, shown, fromHere);
    expect(answer.status(), action).toBe(200);
    expect(await answer.text(), action).toContain(
      "You are looking at somebody else’s pages, so nothing was saved.",
    );
  }
  expect(theirs.length).toBeGreaterThan(3);
  // Their own work waits too: one window, one thing.
  const invite = await send(looker, path, fields, fromHere);
  expect(await invite.text()).toContain("so nothing was saved");
  expect(await state(at, draft)).toBe(before);
  const hidden = await looker.get("/dashboard/calendar", { maxRedirects: 0 });
  expect([hidden.status(), hidden.headers().location]).toEqual([307, "/staff/viewing?left-out=1"]);
  for (const headers of ELSEWHERE)
    expect((await send(looker, "/staff/viewing/end", { a: "b" }, headers)).status()).toBe(403);
  expect((await looker.get("/staff/viewing/end", { maxRedirects: 0 })).status()).toBe(405);
  expect(await (await looker.get("/dashboard")).text()).toContain("pages as they see them");
  expect((await send(looker, "/staff/viewing/end", { a: "b" }, fromHere)).status()).toBe(303);
  expect(await (await looker.get("/dashboard")).text()).not.toContain("pages as they see them");
  // Nobody else notices.
  expect((await send(people.signedOut, "/staff/viewing/end", { a: "b" }, fromHere)).status()).toBe(303);
});

test("next-auth's other routes are closed, and health says nothing but how it is", async () => {
  for (const who of ["signedOut", "administrator"] as const) {
    for (const path of ["signin", "session", "providers", "callback/email", "error", "verify-request"]) {
      expect((await people[who].get(`/api/auth/${path}`)).status(), path).toBe(404);
      expect((await send(people[who], `/api/auth/${path}`, { a: "b" }, fromHere)).status(), path).toBe(404);
    }
    expect(Object.keys(await (await people[who].get("/api/auth/csrf")).json())).toEqual(["csrfToken"]);
    expect(await (await people[who].get("/api/health/live")).json()).toEqual({ status: "ok" });
    expect(await (await people[who].get("/api/health/ready")).json()).toEqual({ status: "ready" });
  }
});

test("the register of schools is looked up by those who are signed in", async () => {
  const asked = "/api/workplaces?q=tidewell%20trust";
  expect((await people.signedOut.get(asked)).status()).toBe(401);
  for (const who of KNOCKERS.filter((each) => each !== "signedOut")) {
    const answer = await people[who].get(asked);
    expect(answer.status(), who).toBe(200);
    expect(answer.headers()["cache-control"]).toContain("no-store");
    expect((await answer.json()).workplaces[0], who).toMatchObject({ name: "Tidewell Trust", kind: "trust" });
  }
  expect((await send(people.applicant, asked, { a: "b" }, fromHere)).status()).toBe(405);
});
