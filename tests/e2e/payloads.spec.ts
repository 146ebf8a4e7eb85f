import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import * as cast from "../../prisma/seed/cast";
import { inRoot } from "../../scripts/lib/paths";
import { ask as rows } from "./support/database";
import { ask, asPage, flight } from "./support/http";
import { find, things } from "./support/matrix-people";
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

const emailOf = async (sql: string, id: string) => (await rows<{ email: string }>(sql, [id]))[0]?.email ?? "";

test("no page carries another person's e-mail address", async () => {
  const [all, at] = [await addresses(), await things()];
  const applicant = await emailOf(
    `SELECT u.email FROM "User" u JOIN "Application" a ON a."userId" = u.id WHERE a.id = $1`,
    at.underReviewId,
  );
  const sponsor = await emailOf(
    `SELECT "sponsorEmail" AS email FROM "Application" WHERE id = $1`,
    at.underReviewId,
  );
  const participant = await emailOf(
    `SELECT u.email FROM "User" u JOIN "Enrolment" e ON e."userId" = u.id WHERE e.id = $1`,
    at.enrolment,
  );
  const ownSponsor = await emailOf(
    `SELECT "sponsorEmail" AS email FROM "Application" WHERE reference = $1`,
    at.offered,
  );
  const mentor = await emailOf(
    `SELECT email FROM "NpqMentor" WHERE "enrolmentId" = $1 AND "endedAt" IS NULL`,
    at.enrolment,
  );
  const milestone = `/dashboard/route-map/${at.milestone}`;
  const cohort = `/staff/cohorts/${at.cohort}`;
  const residential = await find(`SELECT id FROM "Event" WHERE title = 'Residential 2, Manchester'`);
  const group = await find(`SELECT id FROM "PeerGroup" WHERE name = 'Northfold'`);
  /** Who looks at what, and whose addresses may be on it besides their own. */
  const looks: [string | undefined, string[], string[]][] = [
    [
      undefined,
      [
        "/",
        "/programmes/npqel",
        "/programmes/npqel/route-map",
        "/sign-in",
        "/sign-in/check-your-email",
        "/no-such-page",
      ],
      [],
    ],
    [
      "quentin.ashby@example.org",
      [
        "/",
        "/dashboard",
        "/dashboard/route-map",
        "/dashboard/events",
        "/dashboard/events/statement",
        `/dashboard/events/${residential}`,
        "/dashboard/learning-audits",
        "/dashboard/learning-audits/compare/1",
        "/dashboard/learning-audits/cohort",
        "/dashboard/reminders",
        milestone,
        `${milestone}/records/${at.record}`,
        "/applications",
        "/account",
      ],
      [],
    ],
    ["quentin.ashby@example.org", ["/dashboard/mentor"], [mentor]],
    // Two of his group share theirs.
    [
      "quentin.ashby@example.org",
      ["/dashboard/peer-group"],
      ["ben.lister@example.org", "eve.hartnell@example.org"],
    ],
    ["elena.marsh@example.org", ["/applications", "/dashboard", "/account"], []],
    [
      "elena.marsh@example.org",
      [`/applications/${at.offered}`, `/applications/${at.offered}/offer`],
      [ownSponsor],
    ],
    [
      cast.facilitators[0].email,
      [
        "/staff",
        "/staff/learning-audits",
        "/staff/events",
        `/staff/events/${at.event}`,
        `/staff/events/${at.event}/register`,
        ...["", "/places", "/needs", "/sign-in-sheet"].map((page) => `/staff/events/${residential}${page}`),
        "/staff/groups",
        `/staff/groups/${group}`,
      ],
      [],
    ],
    [
      cast.cohortManager.email,
      [
        "/staff",
        "/staff/applications",
        "/staff/cohorts",
        "/staff/search?q=quentin",
        `${cohort}/participants/${at.enrolment}/viewing`,
        cohort,
        `${cohort}/participants`,
        `${cohort}/alerts`,
        `${cohort}/heat-map`,
        `${cohort}/nudges`,
        `${cohort}/events`,
        `${cohort}/events/new`,
        `${cohort}/groups`,
        `${cohort}/groups/plan`,
        `${cohort}/participants/${at.enrolment}/group`,
        `${cohort}/mentors?show=all`,
        `${cohort}/impact-reports`,
        `${cohort}/edit`,
        `${cohort}/milestones`,
        `${cohort}/compare`,
        `${cohort}/participants/${at.enrolment}/status`,
        `${cohort}/participants/${at.enrolment}/status/deferral`,
        "/staff/programmes/npqel/template",
        "/staff/programmes/npqel/letters",
        `${cohort}/learning-audits`,
        `${cohort}/evaluations`,
      ],
      [],
    ],
    [cast.cohortManager.email, [`${cohort}/mentors/${at.enrolment}`], [mentor]],
    [cast.cohortManager.email, [`/staff/applications/${at.underReviewId}`], [applicant, sponsor]],
    [cast.cohortManager.email, [`${cohort}/participants/${at.enrolment}`], [participant]],
    [
      cast.administrator.email,
      ["/staff", "/staff/applications?state=all", "/staff/events", "/account", "/staff/search?q=ma"],
      [],
    ],
  ];
  const leaks: string[] = [];
  for (const [who, paths, allowed] of looks) {
    const cookie = who ? await cookieOf(who) : {};
    for (const path of paths) {
      for (const answer of [
        await ask(path, { headers: { ...asPage, ...cookie } }),
        await flight(path, cookie),
      ]) {
        if (path !== "/no-such-page") expect(answer.status, path).toBe(200);
        const said = answer.text.toLowerCase();
        for (const address of all)
          if (address !== who && !allowed.includes(address) && said.includes(address.toLowerCase()))
            leaks.push(`${path} for ${who}: ${address}`);
      }
    }
  }
  expect(leaks).toEqual([]);
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
