import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import * as cast from "../../prisma/seed/cast";
import { inData } from "../../scripts/lib/paths";
import { askedPagesFound } from "../support/matrix-scan";
import type { Knocker } from "../support/matrix-table";
import { ask as rows } from "./support/database";
import { type Answer, ask, asPage, expectPolicy, flight, fromHere, multipart } from "./support/http";
import { hiddenFields } from "./support/matrix-forms";
import { ADDRESSES, ORIGIN, things } from "./support/matrix-people";
import { eachOf, pageAddresses, whoGets } from "./support/page-addresses";
import { cookieOf, newAddress } from "./support/people";

/** What no page of the portal sends: answered in plain words, never with a fault (checklist, 13, 17, 22 to 24, 38). */

const UNKNOWN_FIELD = "The form sent something it should not have";
const CONTROL = "Remove the hidden control characters";

/** A value of an address that somebody may try: as text where it can be read, else as it goes over the line. */
const VALUES = [
  ...["%00", "%ED%A0%80", "%FF%FE", "%", "%zz", "%C0%AF", "%EF%BF%BD", "%01%1B%7F", "%0D%0ASet-Cookie:x=1"],
  ...[
    "%F0%9F%98%80",
    "%25",
    "%27%20OR%201=1--",
    "%5C",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "_".repeat(3_000),
  ],
  ...["-1", "0", "1e309", "99999999999999999999", "NaN", "0x10", "null", "undefined", "275760-09-13", "true"],
  ...["../../etc/passwd", "%2e%2e%2f%2e%2e%2f", "%5B%5D", "00000000-0000-0000-0000-000000000000"],
];

/** The worst of them, for every page; a page of each way of reading an address gets all of them. */
const WORST = [
  "%00",
  "%ED%A0%80",
  "99999999999999999999",
  "_".repeat(3_000),
  "0199a000-0000-7000-8000-000000000000",
];
const THOROUGH = new Set([
  "(public)/programmes/[programme]",
  "dashboard/route-map/[milestone]",
  "applications/[reference]",
  "staff/events/[id]",
  "staff/cohorts/[cohort]",
  "staff/programmes/[programme]/template/versions/[number]",
  ...["(auth)/sign-in", "(public)/programmes/[programme]/route-map", "staff/applications", "staff/search"],
  ...["staff/audit-log", "staff/cohorts/[cohort]/participants"],
]);

/** Pages of a personal link that say in words that it is not good any more. */
const SAYS_SO = new Set(["(public)/be-told/[token]"]);

/** Every name that an address's question has somewhere: all of them get the same value at once. */
const NAMES = [
  ...["a", "about", "act", "action", "again", "age", "archived", "before", "change", "changed", "cohort"],
  ...["correct", "dir", "done", "from", "funded", "funding", "group", "kind", "left-out", "mode", "module"],
  ...["notes", "on", "p", "page", "phase", "plan", "problem", "q", "reason", "region", "returnTo", "role"],
  ...["said", "saved", "show", "size", "sort", "state", "subject", "template", "ticked", "to", "token"],
  ...["unendorsed", "who"],
];
const together = (ending: (name: string) => string) => NAMES.map(ending).join("&");
const questions = (values: readonly string[]) => [
  ...values.map((value) => together((name) => `${name}=${value.slice(0, 60)}`)),
  together((name) => `${name}=a&${name}=b`),
  together((name) => `${name}[not]=&${name}[]=x`),
];

/** As whom each page is asked for: who may do most and gets it. */
async function lookers(): Promise<(page: string) => Record<string, string>> {
  const most: readonly Knocker[] = ["administrator", "participant", "applicant", "signedOut"];
  const cookies = new Map<Knocker | undefined, Record<string, string>>();
  for (const who of most) cookies.set(who, who === "signedOut" ? {} : await cookieOf(ADDRESSES[who]));
  return (page) => ({ ...asPage, ...(cookies.get(whoGets(page, most)) ?? {}) });
}

test.describe("addresses", () => {
  test("a question may be anything, once, twice, as a list or an object, on every page that reads one", async () => {
    test.setTimeout(240_000);
    const addresses = await pageAddresses();
    const looker = await lookers();
    const wrong: string[] = [];
    const looks = askedPagesFound().flatMap((page) =>
      questions(THOROUGH.has(page) ? VALUES : WORST).map((question) => ({
        path: `${addresses[page]}?${question}`,
        page,
      })),
    );
    expect(looks.length).toBeGreaterThan(500);
    await eachOf(looks, async ({ path, page }) => {
      const answer = await ask(path, { headers: looker(page) });
      expectPolicy(answer, path);
      if (![200, 303, 307, 400, 404].includes(answer.status)) wrong.push(`${answer.status} ${path}`);
      if (answer.headers["set-cookie"]?.join().includes("x=1")) wrong.push(`a cookie from ${path}`);
      expect(answer.text, path).not.toContain("<script>alert");
    });
    expect(wrong).toEqual([]);
  });

  test("every place in every address may be anything", async () => {
    test.setTimeout(240_000);
    const addresses = await pageAddresses();
    const looker = await lookers();
    const wrong: string[] = [];
    const looks = Object.keys(addresses).flatMap((page) => {
      const folders = page.split("/").filter((part) => !part.startsWith("("));
      const parts = addresses[page]?.split(/[?#]/, 1)[0]?.split("/").slice(1) ?? [];
      return folders.flatMap((folder, at) =>
        folder.startsWith("[")
          ? (THOROUGH.has(page) ? VALUES : WORST).map((value) => ({
              path: `/${parts.toSpliced(at, 1, value).join("/")}`,
              page,
            }))
          : [],
      );
    });
    expect(looks.length).toBeGreaterThan(500);
    await eachOf(looks, async ({ path, page }) => {
      const { status } = await ask(path, { headers: looker(page) });
      if (![303, 307, 308, 400, 404].includes(status) && !(status === 200 && SAYS_SO.has(page)))
        wrong.push(`${status} ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  test("methods there are none of are refused", async () => {
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "MKCOL", "SEARCH"])
      expect((await ask("/applications", { method, headers: fromHere })).status, method).toBe(405);
  });
});

/** The fields that the sign-in form sends unseen. */
async function signInForm(): Promise<[string, string][]> {
  return Object.entries(hiddenFields((await ask("/sign-in")).text, "Send me the e-mail") ?? {});
}
const post = async (typed: [string, string | Buffer][]) =>
  ask("/sign-in", multipart([...(await signInForm()), ...typed]));
const expectFormAgain = (answer: Answer, words: string) => {
  expect(answer.status, words).toBe(200);
  expect(answer.text).toContain("There is a problem");
  expect(answer.text.replaceAll("&#x27;", "'")).toContain(words);
};

test.describe("fields", () => {
  test("NUL, halves of a pair and broken UTF-8 are refused with the form", async () => {
    for (const value of [
      "a\0@example.org",
      Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x40]),
      Buffer.from([0xff, 0xfe]),
      "\u001b[2J",
      "a@example.org\r\nBcc: b@example.org",
    ])
      expectFormAgain(await post([["email", value]]), "Enter an e-mail address");
  });

  test("a field that is there twice, as an object, or not at all", async () => {
    expectFormAgain(
      await post([
        ["email", "a@example.org"],
        ["email", "b@example.org"],
      ]),
      "Enter an e-mail address",
    );
    expectFormAgain(await post([["email[not]", ""]]), UNKNOWN_FIELD);
    expectFormAgain(
      await post([
        ["__proto__", "x"],
        ["constructor", "y"],
      ]),
      UNKNOWN_FIELD,
    );
    expectFormAgain(await post([]), "Enter an e-mail address");
  });

  test("more than anybody types is an answer in the form; more than the portal takes is a 413", async () => {
    expectFormAgain(await post([["email", "a".repeat(900_000)]]), "Enter an e-mail address");
    expectFormAgain(await post(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, "x"])), UNKNOWN_FIELD);
    for (const size of [1_000_001, 30_000_000]) {
      const answer = await post([["email", "a".repeat(size)]]);
      expect(answer.status, `${size}`).toBe(413);
      expect(answer.text).toContain("Nothing was changed");
    }
  });

  test("control characters in a person's own words come back with the form", async () => {
    const draftOwner = { ...asPage, ...(await cookieOf("quentin.ashby@example.org")) };
    const { milestone } = await things();
    const path = `/dashboard/route-map/${milestone}`;
    const fields = Object.entries(
      hiddenFields((await ask(path, { headers: draftOwner })).text, "Log this time") ?? {},
    );
    expect(fields.length).toBeGreaterThan(0);
    const send = (typed: [string, string][]) => {
      const form = multipart([...fields, ...typed]);
      return ask(path, { ...form, headers: { ...form.headers, ...draftOwner } });
    };
    const right: [string, string][] = [
      ["hours", "1"],
      ["minutes", "0"],
      ["happenedOn", "2026-11-20"],
    ];
    expectFormAgain(await send([...right, ["note", "a\0b"]]), CONTROL);
    for (const day of ["275760-09-13", "-000001-01-01", "2026-02-30", "1899-12-31", "2101-01-01", "20261120"])
      expectFormAgain(
        await send([
          ["hours", "1"],
          ["minutes", "0"],
          ["happenedOn", day],
          ["note", ""],
        ]),
        "Enter the day",
      );
    for (const hours of ["1e309", "99999999999", "-1", "1.5", "NaN", "0x10", "Infinity"])
      expectFormAgain(
        await send([
          ["hours", hours],
          ["minutes", "0"],
          ["happenedOn", "2026-11-20"],
          ["note", ""],
        ]),
        "",
      );
  });
});

/** Arguments of actions as the router writes them, each an array; none of them is a state and a form. */
const ARGUMENTS = [
  ...[
    "[]",
    "[null]",
    "[null,null]",
    '["a","b"]',
    "[{},{}]",
    '["x",{"turn":1},{}]',
    '["$undefined","$undefined"]',
  ],
  ...[
    '[{"turn":1},{"get":"x"}]',
    '[{"not":""},{"turn":1},"x"]',
    '["$K7"]',
    '["$@0"]',
    '["\\ud800","\\u0000"]',
  ],
  ...['[{"__proto__":{"turn":1}},{"then":"$@0"}]', '["$n99999999999999999999"]', '["$D275760"]'],
];

test("actions called by hand with anything but a form are refused without a fault", async () => {
  const { event, milestone } = await things();
  const own = await cookieOf("quentin.ashby@example.org");
  const staff = await cookieOf(cast.administrator.email);
  const forms: [string, string, { cookie: string } | Record<string, never>][] = [
    ["/sign-in", "Send me the e-mail", {}],
    ["/account", "Sign out everywhere", staff],
    [`/dashboard/route-map/${milestone}`, "Log this time", own],
    [`/staff/events/${event}/register`, "Review and save", staff],
  ];
  const wrong: string[] = [];
  for (const [path, button, cookie] of forms) {
    const unseen = hiddenFields((await ask(path, { headers: cookie })).text, button) ?? {};
    const id = /"id":"([0-9a-f]{42})"/.exec(JSON.stringify(unseen).replaceAll("\\", ""))?.[1];
    expect(id, path).toBeDefined();
    const call = async (type: string, body: string) => {
      const headers = { ...fromHere, ...cookie, "next-action": id ?? "", "content-type": type };
      const { status } = await ask(path, { method: "POST", headers, body });
      if (![200, 400, 404].includes(status)) wrong.push(`${status} ${path} ${body.slice(0, 60)}`);
    };
    for (const args of ARGUMENTS) {
      const part = `--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n${args}\r\n--b--\r\n`;
      await call("multipart/form-data; boundary=b", part);
      await call("text/plain;charset=UTF-8", args);
    }
    for (const torn of [
      "--b\r\nnonsense",
      "",
      '--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n[{}]\r\n',
    ])
      await call("multipart/form-data; boundary=b", torn);
    await call("multipart/form-data", "nonsense");
  }
  expect(wrong).toEqual([]);
});

test("a forged host never reaches an e-mailed link", async () => {
  const forged = {
    host: "forged.example",
    "x-forwarded-host": "forged.example",
    "x-forwarded-proto": "https",
    forwarded: "host=forged.example",
    "x-original-host": "forged.example",
    "x-host": "forged.example",
  };
  const email = newAddress("hosts.of.others");
  const form = multipart([...(await signInForm()), ["email", email]]);
  const answer = await ask("/sign-in", { ...form, headers: { ...form.headers, ...forged } });
  expect(answer.status).toBe(303);
  expect(JSON.stringify(answer.headers)).not.toContain("forged");
  const letter = async () =>
    (
      await rows<{ text: string; html: string }>(`SELECT text, html FROM "DemoMail" WHERE "toAddress" = $1`, [
        email,
      ])
    )[0];
  await expect.poll(letter, { timeout: 15_000 }).toBeDefined();
  const { text = "", html = "" } = (await letter()) ?? {};
  expect(text).toContain(`${ORIGIN}/sign-in/link?token=`);
  expect(text + html).not.toContain("forged");
  // A form that says it comes from there is refused, whatever its host.
  const elsewhere = { ...form.headers, ...forged, origin: "https://forged.example" };
  expect((await ask("/sign-in", { ...form, headers: elsewhere })).status).toBe(403);
});

/** What the portal of npm test prints; one that was started by hand prints elsewhere. */
const LOG = inData("journeys.log");

test("what is forged stands in no line of the log", async () => {
  test.skip(!existsSync(LOG), "the portal's log is not here");
  const canary = `canary${Math.random().toString(36).slice(2)}`;
  const cookie = await cookieOf("quentin.ashby@example.org");
  await post([["email", `${canary}@example.org`]]);
  await post([
    ["email", `${canary}\0`],
    [canary, canary],
  ]);
  await ask(`/sign-in/link?token=${canary.padEnd(43, "x")}`);
  await ask(`/staff/applications?q=${canary}`, {
    headers: { ...asPage, ...(await cookieOf(cast.administrator.email)) },
  });
  await ask(`/${canary}/%zz`, {
    headers: { "user-agent": canary, referer: `${ORIGIN}/${canary}`, "x-forwarded-for": canary },
  });
  await flight("/dashboard", { ...cookie, "next-router-state-tree": canary });
  const form = multipart([]);
  await ask("/sign-in", { ...form, body: `--${canary}` });
  await ask("/sign-in", {
    method: "POST",
    headers: { ...fromHere, "next-action": canary },
    body: `["${canary}"]`,
  });
  const log = readFileSync(LOG, "utf8");
  expect(log.length).toBeGreaterThan(0);
  expect(log).not.toContain(canary);
  expect(log, "no address at all").not.toMatch(/[a-z]@example\.org/);
});
