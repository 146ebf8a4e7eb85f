import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newToken } from "../../lib/ids";
import { Stage } from "./support/stage";
import { Visitor } from "./support/visitor";

/** Checklist, 38: what people write, and what lets them in, is in no line that the portal prints. */

const CANARIES = {
  address: "quillfeather",
  mistypedAddress: "mistypedfeather",
  note: "notefeather",
  refusedNote: "refusedfeather",
  search: "searchfeather",
  body: "bodyfeather",
  field: "fieldfeather",
  sponsor: "sponsorfeather",
};
const STUDY = { hours: "1", minutes: "0", happenedOn: "2026-11-20" };

let stage: Stage;
let visitor: Visitor;
let amara: Visitor;
let ruth: Visitor;
let studyPage: string;
let studyForm: Record<string, string>;
let askForm: Record<string, string>;

beforeAll(async () => {
  stage = await Stage.open("logs", { drafts: 1 });
  await stage.start();
  const [person] = stage.cast.participants;
  if (!person) throw new Error("nobody is enrolled");
  visitor = new Visitor(stage.origin);
  amara = await stage.as(person);
  ruth = await stage.as(stage.cast.staff.ruth);
  studyPage = `/dashboard/route-map/${stage.cast.study}`;
  studyForm = await amara.form(studyPage, "Log this time");
  askForm = await visitor.form("/sign-in", "Send me the e-mail");
});
afterAll(() => stage?.close());

const askForLink = (email: string) => visitor.post("/sign-in", { ...askForm, email });
const logStudy = (more: Record<string, string>) =>
  amara.post(studyPage, { ...studyForm, ...STUDY, formKey: randomUUID(), ...more });
const search = (what: string) => ruth.get(`/staff/applications?q=${what}`);

/** The token in the e-mail that came to that address. */
async function tokenFor(email: string): Promise<string> {
  const mails = () =>
    stage.rows<{ text: string }>('SELECT text FROM "DemoMail" WHERE "toAddress" = $1', [email]);
  await expect.poll(async () => (await mails()).length, { timeout: 15_000 }).toBe(1);
  return /\/sign-in\/link\?token=([\w-]{43})/.exec((await mails())[0]?.text ?? "")?.[1] ?? "";
}

/** A sponsor who was asked about the stage's one application; gives the path of their link. */
async function askedSponsor(): Promise<string> {
  const [draft] = stage.cast.drafts;
  const link = newToken();
  await stage.rows(
    `UPDATE "Application" SET state = 'submitted', "submittedAt" = "updatedAt", "declaredAt" = "updatedAt" WHERE id = $1`,
    [draft?.id],
  );
  await stage.rows(
    `INSERT INTO "Endorsement" (id, "applicationId", "sponsorName", "sponsorEmail", "tokenHash", "askedAt", "expiresAt")
     VALUES ($1, $2, 'Dora Penn', $3, $4, '2026-11-20', '2026-12-18')`,
    [
      randomUUID(),
      draft?.id,
      `${CANARIES.sponsor}@example.org`,
      createHash("sha256").update(link).digest("hex"),
    ],
  );
  return `/endorsements/${link}`;
}

test("nothing that people wrote, and no way in, gets into the log", { timeout: 90_000 }, async () => {
  const email = `${CANARIES.address}@example.org`;
  expect((await askForLink(`${CANARIES.mistypedAddress}@@example.org`)).status).toBe(200);
  expect((await askForLink(email)).status).toBe(303);
  const browserSecret = visitor.cookies.get("portal-asking") ?? "";
  const token = await tokenFor(email);
  const link = `/sign-in/link?token=${token}`;
  const button = await visitor.form(link, "Sign in");
  expect((await visitor.post(link, button)).status).toBe(303);
  expect((await visitor.post(link, button)).status, "used up").toBe(200);
  expect((await visitor.get("/account")).text).toContain(email);

  // Wrong fields, and a body that is no form.
  expect((await logStudy({ note: CANARIES.note, happenedOn: "2027-11-20" })).status).toBe(200);
  expect((await logStudy({ note: CANARIES.note.repeat(200) })).status).toBe(200);
  expect((await logStudy({ [CANARIES.field]: CANARIES.note })).status).toBe(200);
  expect((await amara.send(studyPage, CANARIES.body, "multipart/form-data; boundary=x")).status).toBe(400);
  expect((await search(CANARIES.search)).status).toBe(200);
  expect((await search(`${CANARIES.search}%00`)).status).toBe(400);

  // A sponsor's link: opened, answered wrongly, answered, and one that is not there.
  const sponsor = await askedSponsor();
  const answering = await visitor.form(sponsor, "Send your answer");
  const say = (more: Record<string, string>) => visitor.post(sponsor, { ...answering, ...more });
  expect((await say({ answer: CANARIES.sponsor })).status).toBe(200);
  expect((await say({ answer: "declined", reason: `${CANARIES.sponsor} writes` })).status).toBe(303);
  expect((await visitor.get(sponsor)).text).toContain(CANARIES.sponsor);
  expect((await visitor.get(`${sponsor.slice(0, -4)}AAAA`)).status).toBe(404);

  // A fault that quotes the row in its message, as PostgreSQL does.
  await stage.rows(
    `ALTER TABLE "EngagementRecord" ADD CONSTRAINT "test_fault" CHECK (note NOT LIKE '%refused%') NOT VALID`,
  );
  expect((await logStudy({ note: CANARIES.refusedNote })).status).toBe(500);
  const faults = stage.log().match(/"event":"next.fault"/g)?.length ?? 0;
  expect(faults, "the fault is in the log").toBeGreaterThan(0);

  // The database away in the middle of all this.
  await stage.plug.kill();
  const away = [
    await askForLink(email),
    await visitor.get(link),
    await visitor.get(sponsor),
    await say({ answer: "declined", reason: CANARIES.sponsor }),
    await visitor.post(link, button),
    await logStudy({ note: CANARIES.note }),
    await search(CANARIES.search),
  ];
  expect(away.map(({ status }) => status)).toEqual(away.map(() => 503));
  await stage.plug.restore();
  await expect.poll(async () => (await search(CANARIES.search)).status, { timeout: 30_000 }).toBe(200);
  expect((await logStudy({ note: CANARIES.note })).status).toBe(303);

  const printed = stage.log();
  expect(printed.match(/"event":"next.fault"/g)?.length, "these faults, too").toBeGreaterThan(faults);
  const session = visitor.cookies.get("portal-session") ?? "";
  const secrets = { token, browserSecret, session, sponsorsLink: sponsor.split("/").at(-1) ?? "" };
  for (const [what, canary] of Object.entries({ ...CANARIES, ...secrets })) {
    expect(canary.length, what).toBeGreaterThan(8);
    expect(printed.toLowerCase().includes(canary.toLowerCase()), `the ${what} is in the log`).toBe(false);
  }
});
