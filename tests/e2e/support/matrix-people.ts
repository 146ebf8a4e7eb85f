import { type APIRequestContext, type Browser, request } from "@playwright/test";
import * as cast from "../../../prisma/seed/cast";
import type { Find, Person, Places } from "../../support/matrix-actions";
import { AREA_STATE } from "../../support/matrix-areas";
import type { Knocker } from "../../support/matrix-table";
import { fillDraft } from "./applying";
import { ask } from "./database";
import { newAddress, signedInAs, signIn } from "./people";

/** The demo as the matrix finds it: its people signed in, and the addresses of its things. */

export const ORIGIN = new URL(process.env.PORTAL_URL ?? "http://localhost:3000").origin;
const person = (name: string) => ({ email: `${name}@example.org` });

export const ADDRESSES: Record<Exclude<Person, "draftOwner">, string> = {
  applicant: person("elena.marsh").email,
  rejectedApplicant: person("harold.finch").email,
  participant: person("quentin.ashby").email,
  otherParticipant: person("imran.qureshi").email,
  waitingApplicant: person("catrin.vaughan").email,
  facilitator: cast.facilitators[0].email,
  otherFacilitator: cast.facilitators[1].email,
  otherManager: cast.otherManager.email,
  manager: cast.cohortManager.email,
  administrator: cast.administrator.email,
};

export type People = Record<Person | Knocker, APIRequestContext>;

/** Signs everybody in, each in a browser of their own; a new applicant has a draft that only waits to be sent. */
export async function everybody(browser: Browser): Promise<{ people: People; draft: string }> {
  const people = { signedOut: await request.newContext({ baseURL: ORIGIN }) } as People;
  const addresses = { ...ADDRESSES, draftOwner: newAddress("ada.winter") };
  for (const [who, email] of Object.entries(addresses) as [Person, string][]) {
    const context = await browser.newContext({ baseURL: ORIGIN });
    // A new person has to be let in by the portal, and a change of address asks for a sign-in of just now.
    if (who === "draftOwner" || who === "participant") await signIn(await context.newPage(), email);
    else await signedInAs(context, email);
    const storageState = await context.storageState();
    people[who] = await request.newContext({ baseURL: ORIGIN, storageState });
    await context.close();
  }
  return { people, draft: await startDraft(people.draftOwner) };
}

/** The reference of a draft that only waits to be sent. */
async function startDraft(owner: APIRequestContext): Promise<string> {
  return (await fillDraft(owner, "Ada Winter")).split("/")[2] ?? "";
}

export const find: Find = async (sql, ...values) => {
  const [row] = await ask<{ id: string }>(sql, values);
  if (!row) throw new Error(`The demo has nothing for: ${sql}`);
  return row.id;
};
const id = find;

/** A row of a table that hangs on a programme. */
const fundingRow = (table: string, programme: string) =>
  id(
    `SELECT t.id FROM "${table}" t JOIN "Programme" p ON p.id = t."programmeId" WHERE p.slug = $1 ORDER BY t.id LIMIT 1`,
    programme,
  );

/** The identifiers that the addresses of the pages are made of. */
export async function things() {
  const own = ADDRESSES.participant;
  const application = (email: string, field: string) =>
    id(
      `SELECT a."${field}"::text AS id FROM "Application" a JOIN "User" u ON u.id = a."userId" WHERE u.email = $1`,
      email,
    );
  const record = `FROM "EngagementRecord" r JOIN "Enrolment" e ON e.id = r."enrolmentId" JOIN "User" u ON u.id = e."userId"
    WHERE u.email = $1 AND r.source = 'self_recorded' AND NOT r.completes AND r.minutes > 0
    AND NOT EXISTS (SELECT 1 FROM "EngagementRecord" s WHERE s."supersedesId" = r.id) ORDER BY r.id LIMIT 1`;
  const cohort = await id(`SELECT id FROM "Cohort" WHERE slug = 'spring-2026'`);
  const event = await id(
    `SELECT e.id FROM "Event" e JOIN "PeerGroup" g ON g.id = e."peerGroupId" JOIN "User" u ON u.id = g."facilitatorId"
     WHERE u.email = $1 AND e."facilitatorId" = u.id ORDER BY e."startsAt" LIMIT 1`,
    ADDRESSES.facilitator,
  );
  const webinarBy = (title: string) => id(`SELECT id FROM "Webinar" WHERE title LIKE $1`, title);
  return {
    offered: await application(ADDRESSES.applicant, "reference"),
    rejected: await application(ADDRESSES.rejectedApplicant, "reference"),
    offeredId: await application(ADDRESSES.applicant, "id"),
    submittedId: await application(person("bashir.noor").email, "id"),
    underReview: await application(person("catrin.vaughan").email, "reference"),
    underReviewId: await application(person("catrin.vaughan").email, "id"),
    // A colleague has declared to know this applicant.
    declaredId: await application(person("daniel.osei").email, "id"),
    waitlisted: await application(person("daniel.osei").email, "reference"),
    bulkAct: await interrupted(await application(person("catrin.vaughan").email, "id")),
    record: await id(`SELECT r.id ${record}`, own),
    milestone: await id(`SELECT r."milestoneId" AS id ${record}`, own),
    enrolment: await id(
      `SELECT e.id FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" WHERE u.email = $1`,
      own,
    ),
    tasks: await ask<{ id: string }>(
      `SELECT t."milestoneId" AS id FROM "EnrolmentMilestone" t JOIN "Enrolment" e ON e.id = t."enrolmentId"
       JOIN "User" u ON u.id = e."userId" JOIN "Milestone" m ON m.id = t."milestoneId"
       WHERE u.email = $1 AND t."completedAt" IS NULL ORDER BY m.number`,
      [own],
    ),
    cohort,
    registrations: await id(
      `SELECT id FROM "RegistrationUpload" WHERE "cohortId" = $1 ORDER BY id LIMIT 1`,
      cohort,
    ),
    openCohort: await id(`SELECT id FROM "Cohort" WHERE slug = 'spring-2027'`),
    event,
    marked: await id(
      `SELECT "enrolmentId" AS id FROM "EngagementRecord" WHERE "eventId" = $1 LIMIT 1`,
      event,
    ),
    eventMilestone: await id(`SELECT "milestoneId" AS id FROM "Event" WHERE id = $1`, event),
    mail: await id(`SELECT id::text FROM "DemoMail" LIMIT 1`),
    notice: await fundingRow("ScholarshipNotice", "npqel"),
    rule: await fundingRow("FundingRule", "npqel"),
    partner: await fundingRow("DeliveryPartner", "npqel"),
    practice: {
      notice: await fundingRow("ScholarshipNotice", "demonstration"),
      rule: await fundingRow("FundingRule", "demonstration"),
      partner: await fundingRow("DeliveryPartner", "demonstration"),
    },
    upload: await id(`SELECT id FROM "FundingUpload" WHERE "fileName" = 'priority-areas-2026-27.csv'`),
    leaveToken: await id(
      `SELECT substring(text from '/be-told/leave/([^/[:space:]]+)') AS id FROM "DemoMail" WHERE text LIKE '%/be-told/leave/%' LIMIT 1`,
    ),
    webinar: await webinarBy("Fees, funding and time%"),
    draftWebinar: await webinarBy("Applying: what%"),
    pastWebinar: await webinarBy("The NPQEL from%"),
    placeToken: await id(
      `SELECT substring(text from '/webinars/places/([A-Za-z0-9_-]{43})') AS id FROM "DemoMail" WHERE subject LIKE 'Your place: Fees%' LIMIT 1`,
    ),
    // A waiting one that no journey answers.
    enquiry: await id(
      `SELECT id FROM "Enquiry" WHERE email = 'lewis.garrick@example.org' AND "answeredAt" IS NULL`,
    ),
    enquiryReference: await id(
      `SELECT reference AS id FROM "Enquiry" WHERE email = 'lewis.garrick@example.org' AND "answeredAt" IS NULL`,
    ),
  };
}

/** Offers to many that a server was killed over: the administrator's, with one left to do. */
async function interrupted(applicationId: string): Promise<string> {
  const chosen = [{ applicationId, version: 1_000_000 }];
  const settings = { kind: "offer", chosen, fundedPlace: false, unendorsed: false, overrideReason: "" };
  return id(
    `INSERT INTO "BulkAct" ("id", "cohortId", "kind", "byId", "at", "formKey", "settings", "outcomes")
     SELECT gen_random_uuid(), a."cohortId", 'offer', u.id, now(), '00000000-0000-4000-8000-000000000001'::uuid, $3::jsonb, '[]'::jsonb
     FROM "Application" a, "User" u WHERE a.id = $1::uuid AND u.email = $2
     ON CONFLICT ("formKey") DO UPDATE SET kind = 'offer' RETURNING id`,
    applicationId,
    ADDRESSES.administrator,
    JSON.stringify(settings),
  );
}
export type Things = Awaited<ReturnType<typeof things>>;

/** The pages with the forms of the matrix. */
export async function places(people: People, at: Things, draft: string): Promise<Places> {
  return {
    account: "/account",
    address: "/account/address",
    applications: "/applications",
    step: `/applications/${draft}/edit/about`,
    equality: `/applications/${at.offered}/equality`,
    rejected: `/applications/${at.rejected}`,
    workplace: `/applications/${draft}/edit/workplace?q=tidewell`,
    check: `/applications/${draft}/check`,
    offer: `/applications/${at.offered}/offer`,
    refusal: `/applications/${at.offered}/refusal`,
    withdrawal: `/applications/${at.offered}/withdrawal`,
    study: `/dashboard/route-map/${at.milestone}`,
    task: await taskOf(people.participant, at),
    record: `/dashboard/route-map/${at.milestone}/records/${at.record}`,
    waiting: `/applications/${at.underReview}`,
    sponsor: `/applications/${at.underReview}/sponsor`,
    deadLetters: "/staff/emails",
    submitted: `/staff/applications/${at.submittedId}`,
    makeOffer: `/staff/applications/${at.underReviewId}/offer`,
    rejection: `/staff/applications/${at.underReviewId}/rejection`,
    underReview: `/staff/applications/${at.underReviewId}`,
    readersReview: `/staff/applications/${at.underReviewId}/review`,
    conflict: `/staff/applications/${at.underReviewId}/conflict`,
    declared: `/staff/applications/${at.declaredId}`,
    waitlist: `/staff/applications/${at.underReviewId}/waitlist`,
    waitingOrder: `/staff/cohorts/${at.openCohort}/seats/order`,
    bulk: `/staff/applications/bulk?act=remind&about=sponsor&a=${at.underReview}`,
    bulkRejection: `/staff/applications/bulk?act=reject&a=${at.waitlisted}`,
    bulkAct: `/staff/applications/bulk/${at.bulkAct}`,
    newEvent: `/staff/cohorts/${at.cohort}/events/new`,
    registrations: `/staff/cohorts/${at.cohort}/registrations`,
    register: `/staff/events/${at.event}/register`,
    enquiry: `/staff/enquiries/${at.enquiry}`,
    closure: `/staff/enquiries/${at.enquiry}/closure`,
    section: "/staff/programmes/demonstration/sections/why-join",
    area: "/staff/programmes/demonstration/areas/first-area",
    newSection: "/staff/programmes/demonstration/sections/new",
    newArea: "/staff/programmes/demonstration/areas/new",
    order: "/staff/programmes/demonstration/sections",
    voices: "/staff/programmes/demonstration/voices",
    facts: "/staff/programmes/demonstration/facts",
    hours: "/staff/programmes/demonstration/hours",
    publication: "/staff/programmes/demonstration/publication",
    version: "/staff/programmes/demonstration/versions/1",
    newNotice: "/staff/funding/demonstration/notices/new",
    notice: `/staff/funding/demonstration/notices/${at.practice.notice}`,
    rule: `/staff/funding/demonstration/rules/${at.practice.rule}`,
    partner: `/staff/funding/demonstration/partners/${at.practice.partner}`,
    newList: "/staff/funding/lists/new",
    list: `/staff/funding/lists/${at.upload}`,
    newWebinar: "/staff/webinars/new",
    draftWebinar: `/staff/webinars/${at.draftWebinar}`,
    webinarChange: `/staff/webinars/${at.webinar}/edit`,
    webinarCancellation: `/staff/webinars/${at.webinar}/cancellation`,
    webinarRecording: `/staff/webinars/${at.pastWebinar}/recording`,
  };
}

/** The first milestone that its participant can mark as done. */
async function taskOf(participant: APIRequestContext, { tasks }: Things): Promise<string> {
  for (const { id } of tasks) {
    const path = `/dashboard/route-map/${id}`;
    if ((await (await participant.get(path)).text()).includes(">Mark as done</button>")) return path;
  }
  throw new Error("The demo's participant has nothing left to mark as done.");
}

/** The participant's sessions when the matrix began: another journey may sign the same person in meanwhile. */
let begun: string[] | undefined;

async function sessionsAtFirst(): Promise<string[]> {
  begun ??= (
    await ask<{ id: string }>(
      `SELECT s.id FROM "Session" s JOIN "User" u ON u.id = s."userId" WHERE u.email = $1`,
      [ADDRESSES.participant],
    )
  ).map(({ id }) => id);
  return begun;
}

/** Everything that a form of the matrix could change, as one text. */
export async function state(at: Things, draft: string): Promise<string> {
  const applications = [at.offeredId, at.submittedId, at.underReviewId, at.declaredId];
  const all = `SELECT id FROM "Application" WHERE id = ANY($1::uuid[]) OR reference = $2`;
  const [row] = await ask<{ state: string }>(
    `SELECT jsonb_build_array(
      (SELECT jsonb_agg(a ORDER BY a.id) FROM "Application" a WHERE a.id IN (${all})),
      (SELECT jsonb_agg(t ORDER BY t.id) FROM "ApplicationTransition" t WHERE t."applicationId" IN (${all})),
      (SELECT jsonb_agg(r ORDER BY r.id) FROM "ApplicationReview" r WHERE r."applicationId" IN (${all})),
      (SELECT jsonb_agg(n ORDER BY n.id) FROM "ApplicationNote" n WHERE n."applicationId" IN (${all})),
      (SELECT jsonb_agg(c ORDER BY c.id) FROM "ConflictOfInterest" c WHERE c."applicationId" IN (${all})),
      (SELECT jsonb_agg(o ORDER BY o.id) FROM "Offer" o WHERE o."applicationId" IN (${all})),
      (SELECT jsonb_agg(r ORDER BY r.id) FROM "EngagementRecord" r WHERE r."enrolmentId" = ANY($3::uuid[])),
      (SELECT jsonb_agg(t ORDER BY t."milestoneId") FROM "EnrolmentMilestone" t WHERE t."enrolmentId" = $4),
      (SELECT jsonb_agg(s ORDER BY s.id) FROM "Endorsement" s WHERE s."applicationId" IN (${all})),
      (SELECT count(*) FROM "OutboxMessage" WHERE "deadAt" IS NOT NULL AND template = 'question-received'),
      (SELECT jsonb_agg(b ORDER BY b.id) FROM "BulkAct" b WHERE b.id = $8 OR b."byId" NOT IN (SELECT id FROM "User" WHERE email = ANY($9))),
      (SELECT count(*) FROM "Event" WHERE title = 'Matrix event'),
      (SELECT count(*) FROM "RegistrationUpload" WHERE "uploadedById" NOT IN (SELECT id FROM "User" WHERE email = ANY($9))),
      (SELECT jsonb_agg(q) FROM "Enquiry" q WHERE q.email = 'lewis.garrick@example.org'),
      (SELECT count(*) FROM "EnquiryAnswer" WHERE body LIKE 'Not mine%'),
      (SELECT jsonb_agg(d) FROM "ProgrammeDraft" d JOIN "Programme" p ON p.id = d."programmeId" WHERE p.slug = 'demonstration'),
      (SELECT count(*) FROM "ProgrammeVersion" WHERE note LIKE 'Not mine%'),
      (SELECT jsonb_agg(n ORDER BY n.id) FROM "ScholarshipNotice" n JOIN "Programme" p ON p.id = n."programmeId" WHERE p.slug = 'demonstration'),
      (SELECT jsonb_agg(r ORDER BY r.id) FROM "FundingRule" r JOIN "Programme" p ON p.id = r."programmeId" WHERE p.slug = 'demonstration'),
      (SELECT jsonb_agg(d ORDER BY d.id) FROM "DeliveryPartner" d JOIN "Programme" p ON p.id = d."programmeId" WHERE p.slug = 'demonstration'),
      (SELECT jsonb_agg(u) FROM "FundingUpload" u WHERE u."fileName" = 'priority-areas-2026-27.csv'),
      (SELECT jsonb_agg(r ORDER BY r.id) FROM "EngagementRecord" r WHERE r.note = 'Sent by the matrix'),
      (SELECT count(*) FROM "Application" a JOIN "User" u ON u.id = a."userId" WHERE u.email = $5),
      (SELECT jsonb_agg(to_jsonb(w) - 'placesTaken' ORDER BY w.id) FROM "Webinar" w WHERE w.id = ANY($7::uuid[]) OR w.title = 'Matrix webinar'),
      (SELECT count(*) FROM "SignInRequest" WHERE email = 'matrix.taken@example.org'),
      (SELECT jsonb_agg(s.id ORDER BY s.id) FROM "Session" s JOIN "User" u ON u.id = s."userId" WHERE u.email = $5 AND s.id = ANY($6::uuid[]))
      ${AREA_STATE.map((sql) => `, (${sql})`).join("")}
    )::text AS state`,
    [
      applications,
      draft,
      [at.enrolment, at.marked],
      at.enrolment,
      ADDRESSES.participant,
      await sessionsAtFirst(),
      [at.webinar, at.draftWebinar, at.pastWebinar],
      at.bulkAct,
      // Other journeys do as these two, meanwhile, what the matrix asks of everybody.
      [ADDRESSES.manager, ADDRESSES.administrator],
    ],
  );
  return row?.state ?? "";
}
