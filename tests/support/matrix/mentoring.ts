import { type Find, notManager, notParticipant } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import { everybody, managersOfIt, ownPlace, signedIn } from "../matrix-table";

const mine = "app/dashboard/mentor/actions.ts";
const staff = "app/staff/cohorts/[cohort]/mentors/actions.ts";
const link = "app/mentor/[token]/actions.ts";

const enrolment = (find: Find, email: string) =>
  find(
    `SELECT e.id FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" JOIN "Cohort" c ON c.id = e."cohortId"
     WHERE u.email = $1 AND c.slug = 'spring-2026'`,
    email,
  );
const cohort = (find: Find) => find(`SELECT id FROM "Cohort" WHERE slug = 'spring-2026'`);
const checkIn = (find: Find) =>
  find(
    `SELECT m.id FROM "Milestone" m JOIN "Cohort" c ON c.id = m."cohortId" WHERE c.slug = 'spring-2026' AND m.number = 7`,
  );
/** A participant whose mentor no journey changes. */
const somebody = async (find: Find) =>
  `/staff/cohorts/${await cohort(find)}/mentors/${await enrolment(find, "imran.qureshi@example.org")}`;

/** A live link, and the participant who waits for whoever has it. */
const linkPage = async (find: Find) =>
  `/mentor/${await find(
    `SELECT substring(text from '/mentor/([A-Za-z0-9_-]{43})') AS id FROM "DemoMail"
     WHERE "toAddress" = 'anne.corrie@example.org' AND text LIKE '%/mentor/%' ORDER BY "arrivedAt" DESC LIMIT 1`,
  )}`;
const taskPage = async (find: Find) =>
  `${await linkPage(find)}/${await find(
    `SELECT id FROM "NpqMentor" WHERE email = 'anne.corrie@example.org' AND "endedAt" IS NULL`,
  )}/${await checkIn(find)}`;

/** The report of Spring 2025 that has been sent in. */
const writtenReport = async (find: Find) =>
  `/staff/cohorts/${await find(`SELECT id FROM "Cohort" WHERE slug = 'spring-2025'`)}/impact-reports/${await find(
    `SELECT r.id FROM "ImpactReport" r JOIN "Enrolment" e ON e.id = r."enrolmentId" JOIN "Cohort" c ON c.id = e."cohortId"
     WHERE c.slug = 'spring-2025' AND r."submittedAt" IS NOT NULL`,
  )}`;

const mentor = { name: "Not Mine", email: "not.mine@example.org", jobTitle: "Nobody" };
const whoseItIsNot = [
  "applicant",
  "otherParticipant",
  "facilitator",
  "otherFacilitator",
  "otherManager",
] as const;

/** Mentors' personal links, check-ins and impact reports. */
export const mentoring: MatrixArea = {
  pages: {
    "dashboard/mentor": signedIn,
    "dashboard/mentor/[milestone]": ownPlace,
    "dashboard/mentor/change": ownPlace,
    // Whoever has the personal link.
    "mentor/[token]": everybody,
    "mentor/[token]/[naming]/[milestone]": everybody,
    "staff/cohorts/[cohort]/mentors": managersOfIt,
    "staff/cohorts/[cohort]/mentors/[enrolment]": managersOfIt,
    "staff/cohorts/[cohort]/mentors/[enrolment]/another": managersOfIt,
    "staff/cohorts/[cohort]/impact-reports": managersOfIt,
    // Of the cohort before, which somebody else manages.
    "staff/cohorts/[cohort]/impact-reports/[report]": "sign-in none none none none ok none ok",
  },
  actions: {
    [`${mine}#save`]: {
      page: async (find) => `/dashboard/mentor/${await checkIn(find)}`,
      button: "Save and go on",
      owner: "participant",
      fields: { metOn: "2026-11-20", talkedAbout: "Sent by the matrix", nextSteps: "Not mine" },
      // Another participant of the cohort has the same milestone, and writes their own.
      refused: notParticipant,
    },
    [`${mine}#send`]: "the sender's own: mentoring.test.ts",
    [`${mine}#change`]: {
      page: async () => "/dashboard/mentor/change",
      button: "Name this mentor",
      owner: "participant",
      fields: mentor,
      refused: whoseItIsNot,
    },
    [`${mine}#resend`]: {
      page: async () => "/dashboard/mentor",
      button: "Send the link again",
      owner: "participant",
      refused: whoseItIsNot,
    },
    [`${staff}#nameAnother`]: {
      page: async (find) => `${await somebody(find)}/another`,
      button: "Name this mentor",
      owner: "administrator",
      fields: mentor,
      refused: notManager,
    },
    [`${staff}#resend`]: {
      page: somebody,
      button: "Send the link again",
      owner: "administrator",
      refused: notManager,
    },
    [`${staff}#withdraw`]: {
      page: somebody,
      button: "Withdraw the link",
      owner: "administrator",
      refused: notManager,
    },
    [`${staff}#end`]: {
      page: somebody,
      button: "End this mentor",
      owner: "administrator",
      refused: notManager,
    },
    [`${link}#answer`]: "by a personal link: mentoring.test.ts",
    [`${link}#save`]: "by a personal link: mentoring.test.ts",
    [`${link}#submit`]: "by a personal link: mentoring.test.ts",
    [`${link}#askAgain`]: "by a personal link: mentoring.test.ts",
  },
  addresses: async (find) => ({
    "dashboard/mentor/[milestone]": `/dashboard/mentor/${await checkIn(find)}`,
    "mentor/[token]": await linkPage(find),
    "mentor/[token]/[naming]/[milestone]": await taskPage(find),
    "staff/cohorts/[cohort]/mentors": `/staff/cohorts/${await cohort(find)}/mentors`,
    "staff/cohorts/[cohort]/mentors/[enrolment]": await somebody(find),
    "staff/cohorts/[cohort]/mentors/[enrolment]/another": `${await somebody(find)}/another`,
    "staff/cohorts/[cohort]/impact-reports": `/staff/cohorts/${await cohort(find)}/impact-reports`,
    "staff/cohorts/[cohort]/impact-reports/[report]": await writtenReport(find),
  }),
  state: [
    `SELECT json_agg(c ORDER BY c.id) FROM "CheckIn" c JOIN "Enrolment" e ON e.id = c."enrolmentId" JOIN "User" u ON u.id = e."userId"
     WHERE u.email IN ('quentin.ashby@example.org', 'imran.qureshi@example.org')`,
    `SELECT json_agg(json_build_array(n.id, n.email, n."endedAt", c."linkWithdrawnAt") ORDER BY n.id) FROM "NpqMentor" n
     LEFT JOIN "MentorContact" c ON c."mentorId" = n.id JOIN "Enrolment" e ON e.id = n."enrolmentId" JOIN "User" u ON u.id = e."userId"
     WHERE u.email IN ('quentin.ashby@example.org', 'imran.qureshi@example.org')`,
    `SELECT json_agg(json_build_array(id, "endedAt") ORDER BY id) FROM "MentorLink"
     WHERE email IN ('peter.vane@example.org', 'sandra.oakes@example.org', 'not.mine@example.org')`,
  ],
};
