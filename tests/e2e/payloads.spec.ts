import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { inRoot } from "../../scripts/lib/paths";
import { ALL_PAGES } from "../support/matrix-areas";
import type { Knocker } from "../support/matrix-table";
import { ask as rows } from "./support/database";
import { ask, asPage, flight } from "./support/http";
import { ADDRESSES } from "./support/matrix-people";
import { eachOf, pageAddresses, whoGets } from "./support/page-addresses";
import { cookieOf } from "./support/people";

/** What reaches a browser: nobody else's address in any page's payload, no secret in any file (checklist, 20 and 37). */

/** Every address that the portal's database knows, whatever it is for; a programme's is there to be published. */
async function addresses(): Promise<string[]> {
  const columns = await rows<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'Programme'
       AND data_type IN ('text', 'character varying') AND column_name ~* 'e?mail|address'`,
  );
  expect(columns.map(({ table, column }) => `${table}.${column}`)).toEqual(
    expect.arrayContaining(["User.email", "Application.sponsorEmail", "OutboxMessage.toAddress"]),
  );
  const lists = await Promise.all(
    columns.map(({ table, column }) =>
      rows<{ address: string }>(
        `SELECT DISTINCT "${column}" AS address FROM "${table}" WHERE "${column}" LIKE '%_@_%'`,
      ),
    ),
  );
  const all = new Set(lists.flat().map(({ address }) => address));
  expect(all.size).toBeGreaterThan(30);
  return [...all];
}

/**
 * Pages that show addresses of others besides the looker's: whose, in words, and which of the demo's. Every other page
 * of the matrix shows none.
 */
const SHOWN: Record<string, RegExp> = {
  // Their own sponsor, mentor, and those of their group who share it.
  "applications/[reference]": /^helen\.marchbank@/,
  "dashboard/mentor": /^ros\.dunmore@/,
  "dashboard/peer-group": /^(ben\.lister|eve\.hartnell)@/,
  // Of whom the page is: the applicant and the sponsor, the participant, the mentor, who asked.
  "staff/applications/[id]": /^(catrin\.vaughan|helen\.marchbank)@/,
  "staff/cohorts/[cohort]/mentors/[enrolment]": /./,
  "staff/cohorts/[cohort]/participants/[id]": /^quentin\.ashby@/,
  "staff/enquiries": /./,
  "staff/enquiries/[id]": /./,
  // Who has no name yet is called by their address: people of other journeys.
  "staff/audit-log": /\.[a-z0-9]{8}@/,
  // What DfE's list said, e-mails that were given up, and people by their addresses.
  "staff/cohorts/[cohort]/registrations/[upload]": /./,
  "staff/emails": /./,
  "staff/people": /./,
  "staff/people/[id]": /./,
};
/** The demo's own mailbox shows every e-mail; it is closed wherever e-mail is really sent. */
const MAILBOX = /^dev\//;

test("no page carries another person's e-mail address", async () => {
  test.setTimeout(180_000);
  const [all, addressOf] = [await addresses(), await pageAddresses()];
  const cookies = new Map<Knocker, { cookie?: string }>([["signedOut", {}]]);
  const cookieFor = async (who: Knocker) => {
    const email = who === "signedOut" ? "" : ADDRESSES[who];
    if (!cookies.has(who)) cookies.set(who, await cookieOf(email));
    return { email, headers: cookies.get(who) as Record<string, string> };
  };
  // As everybody; or else as a participant or applicant, as a facilitator, and as who manages.
  const looks = Object.keys(ALL_PAGES)
    .filter((page) => !MAILBOX.test(page))
    .flatMap((page) => {
      const looks = whoGets(page, ["signedOut"])
        ? (["signedOut"] as const)
        : LOOKERS.map((those) => whoGets(page, those));
      return looks.flatMap((who) => (who ? [{ page, who }] : []));
    });
  for (const { who } of looks) await cookieFor(who);
  const leaks: string[] = [];
  await eachOf(looks, async ({ page, who }) => {
    const { email, headers } = await cookieFor(who);
    const path = addressOf[page] ?? "";
    const { status, text } = await ask(path, { headers: { ...asPage, ...headers } });
    expect(status, path).toBe(200);
    const said = text.toLowerCase();
    for (const address of all)
      if (address !== email && said.includes(address.toLowerCase()) && !SHOWN[page]?.test(address))
        leaks.push(`${page} for ${who}: ${address}`);
  });
  expect(leaks.sort()).toEqual([]);
});

const LOOKERS: readonly (readonly Knocker[])[] = [
  ["participant", "applicant"],
  ["otherFacilitator", "facilitator"],
  ["manager", "administrator"],
];

test("nor does what the router fetches of it", async () => {
  const { email, headers } = { email: ADDRESSES.manager, headers: await cookieOf(ADDRESSES.manager) };
  const [all, addressOf] = [await addresses(), await pageAddresses()];
  for (const page of ["staff", "staff/cohorts/[cohort]/participants", "staff/cohorts/[cohort]/groups"]) {
    const { status, text } = await flight(addressOf[page] ?? "", headers);
    expect(status, page).toBe(200);
    expect(all.filter((address) => address !== email && text.includes(address))).toEqual([]);
  }
});

test("what browsers download holds no secret, no address and nothing of the server's", () => {
  const folder = inRoot(process.env.PORTAL_DIST_DIR || ".next", "static");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const texts = files.filter((file) => /\.(js|css|json|map|txt)$/.test(file));
  expect(texts.length).toBeGreaterThan(5);
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  const never = [
    ...["DATABASE_URL", "NEXTAUTH_SECRET", "SMTP_URL", "TRUSTED_PROXIES", "ENCRYPTION_KEY", "postgresql:"],
    ...["PrismaClient", "server-only", "nodemailer", "pg-boss", "node:crypto", "node:fs", "@example.org"],
    ...["AuditEntry", "OutboxMessage", "tokenHash", "recordAudit", "queueEmail", "process.env.NEXTAUTH"],
  ];
  const found = texts.flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return never.filter((word) => text.includes(word)).map((word) => `${word} in ${file}`);
  });
  expect(found).toEqual([]);
});
