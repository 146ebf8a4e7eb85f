import { type Find, notAdministrator, notAnyManager, notManager } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import { managersOfAny, managersOfIt } from "../matrix-table";

const actions = "app/staff/cohorts/actions.ts";
const milestones = "app/staff/cohorts/[cohort]/milestones/actions.ts";
const template = "app/staff/programmes/[programme]/template/actions.ts";
const status = "app/staff/cohorts/[cohort]/participants/[id]/status/actions.ts";

/** Every item of a table ticked to go: of rows that go, nothing else is looked at. */
const allGone = Object.fromEntries(Array.from({ length: 34 }, (_, at) => [`remove${at + 1}`, "yes"]));

/** Somebody of the running cohort who is active, and whom no other journey changes. */
const somebody = async (find: Find) => {
  const of = `FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" JOIN "Cohort" c ON c.id = e."cohortId"
    WHERE u.email = 'eve.hartnell@example.org' AND c.slug = 'spring-2026'`;
  const [cohort, id] = [await find(`SELECT c.id ${of}`), await find(`SELECT e.id ${of}`)];
  return `/staff/cohorts/${cohort}/participants/${id}/status`;
};

/** The cohort that is still a draft. */
const draft = (find: Find) =>
  find(`SELECT id FROM "Cohort" WHERE slug = 'autumn-2027' AND "publishedAt" IS NULL`);
const open = (find: Find) => find(`SELECT id FROM "Cohort" WHERE slug = 'spring-2027'`);
const page = (path: string, of: (find: Find) => Promise<string>) => async (find: Find) =>
  `/staff/cohorts/${await of(find)}${path}`;

const facts = {
  name: "Matrix cohort",
  slug: "matrix",
  capacity: "999",
  fundedPlaces: "9",
  applicationsOpen: "",
  applicationsClose: "",
  offerDays: "10",
};

/** Making, changing, publishing and archiving cohorts. */
export const cohorts: MatrixArea = {
  pages: {
    "staff/cohorts/new": managersOfAny,
    "staff/cohorts/[cohort]/edit": managersOfIt,
    "staff/cohorts/[cohort]/publication": managersOfIt,
    "staff/cohorts/[cohort]/archive": managersOfIt,
    "staff/cohorts/[cohort]/milestones": managersOfIt,
    // Whoever has typed nothing yet goes back to the table.
    "staff/cohorts/[cohort]/milestones/preview": "sign-in none none none none none back back",
    "staff/cohorts/[cohort]/compare": managersOfIt,
    "staff/programmes/[programme]/template": managersOfAny,
    "staff/programmes/[programme]/template/versions/[number]": managersOfAny,
    "staff/cohorts/[cohort]/participants/[id]/status": managersOfIt,
    "staff/cohorts/[cohort]/participants/[id]/status/[change]": managersOfIt,
  },
  actions: {
    [`${actions}#start`]: {
      page: async () => "/staff/cohorts/new",
      button: "Make the draft",
      owner: "administrator",
      fields: { ...facts, source: "npqel", startMonth: "2029-05" },
      refused: notAnyManager,
    },
    [`${actions}#change`]: {
      page: page("/edit", draft),
      button: "Save",
      owner: "administrator",
      fields: facts,
      refused: notManager,
    },
    [`${actions}#publish`]: {
      page: page("/publication", draft),
      button: "Publish it",
      owner: "administrator",
      refused: notManager,
    },
    [`${actions}#archive`]: {
      page: page("/archive", open),
      button: "Archive it",
      owner: "administrator",
      refused: notManager,
    },
    [`${milestones}#plan`]: {
      page: page("/milestones", draft),
      button: "See what this changes",
      owner: "administrator",
      fields: allGone,
      refused: notManager,
    },
    [`${milestones}#confirm`]: "a plan is its maker's own: milestone-changes.test.ts",
    [`${milestones}#takeFromTemplate`]: {
      page: page("/compare", draft),
      button: "See what taking these over changes",
      owner: "administrator",
      fields: { take: "7" },
      refused: notManager,
    },
    [`${template}#saveRows`]: {
      page: async () => "/staff/programmes/demonstration/template",
      button: "Save as a new version",
      owner: "administrator",
      fields: { ...allGone, why: "Not mine to change" },
      refused: notAdministrator,
    },
    [`${template}#restore`]: "administrators, as the table: milestone-changes.test.ts",
    [`${status}#change`]: {
      page: async (find) => `${await somebody(find)}/deferral`,
      button: "Defer and tell them",
      owner: "administrator",
      fields: { reasonCode: "other", effectiveOn: "2026-11-20", message: "Not mine to send" },
      refused: notManager,
    },
    [`${status}#transfer`]: {
      page: async (find) => `${await somebody(find)}/transfer?to=${await open(find)}`,
      button: "Move and tell them",
      owner: "administrator",
      fields: { effectiveOn: "2026-11-20", message: "Not mine to send" },
      refused: notManager,
    },
    [`${actions}#restore`]: "the same page's other form: cohort-life.test.ts",
  },
  addresses: async (find) => ({
    "staff/cohorts/[cohort]/participants/[id]/status/[change]": `${await somebody(find)}/deferral`,
  }),
  state: [
    `SELECT count(*) FROM "MilestonePlan" p JOIN "Cohort" c ON c.id = p."cohortId" WHERE c.slug = 'autumn-2027' AND c."publishedAt" IS NULL`,
    `SELECT count(*) FROM "RouteMapVersion" WHERE note LIKE 'Not mine%'`,
    `SELECT json_agg(e ORDER BY e.id) FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" WHERE u.email = 'eve.hartnell@example.org'`,
    `SELECT count(*) FROM "OutboxMessage" WHERE text LIKE '%Not mine to send%'`,
    `SELECT json_agg(json_build_array(name, slug, capacity, "fundedPlaces", "publishedAt", "archivedAt", version, "routeMapVersion") ORDER BY id) FROM "Cohort" WHERE slug IN ('autumn-2027', 'spring-2027', 'matrix')`,
  ],
};
