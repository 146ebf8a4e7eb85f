import { cohortManager } from "../../../prisma/seed/cast";
import { type Find, notAnyManager, notManager } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import { managersOfAny, managersOfIt } from "../matrix-table";

const contacts = "app/staff/cohorts/[cohort]/participants/[id]/contacts/actions.ts";

/** Somebody of the running cohort who is active. */
export const somebody = async (find: Find) => {
  const of = `FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" JOIN "Cohort" c ON c.id = e."cohortId"
    WHERE u.email = 'eve.hartnell@example.org' AND c.slug = 'spring-2026'`;
  return [await find(`SELECT c.id ${of}`), await find(`SELECT e.id ${of}`)];
};
const contactsPage = async (find: Find) => {
  const [cohort, id] = await somebody(find);
  return `/staff/cohorts/${cohort}/participants/${id}/contacts`;
};

const nudges = "app/staff/cohorts/[cohort]/nudges/actions.ts";

/** What staff do about engagement. */
export const engagement: MatrixArea = {
  pages: {
    "staff/cohorts/[cohort]/alerts": managersOfIt,
    "staff/cohorts/[cohort]/heat-map": managersOfIt,
    "staff/cohorts/[cohort]/nudges": managersOfIt,
    "staff/cohorts/[cohort]/nudges/[id]": managersOfIt,
    "staff/cohorts/[cohort]/nudges/new": managersOfIt,
    "staff/cohorts/[cohort]/participants/[id]/contacts": managersOfIt,
    "staff/programmes/[programme]/letters": managersOfAny,
    "staff/programmes/[programme]/letters/new": managersOfAny,
    "staff/programmes/[programme]/letters/[letter]": managersOfAny,
  },
  actions: {
    [`${contacts}#logContact`]: {
      page: contactsPage,
      button: "Log the contact",
      owner: "administrator",
      fields: { how: "phone", happenedOn: "2026-11-20", said: "Not mine to write", outcome: "None" },
      refused: notManager,
    },
    [`${nudges}#nudge`]: {
      page: async (find) => {
        const [cohort, id] = await somebody(find);
        return `/staff/cohorts/${cohort}/nudges/new?p=${id}`;
      },
      button: "Read what each will read",
      owner: "administrator",
      fields: { subject: "Not mine to send", body: "Not mine to send", step: "send" },
      refused: notManager,
    },
    "app/staff/programmes/[programme]/letters/actions.ts#save": {
      page: async () => "/staff/programmes/npqel/letters/new",
      button: "Save",
      owner: "administrator",
      fields: {
        name: "Not mine",
        subject: "Not mine",
        body: "Not mine to offer",
        reason: "",
        offered: "yes",
      },
      refused: notAnyManager,
    },
  },
  addresses: async (find) => ({
    "staff/cohorts/[cohort]/nudges/[id]": `/staff/cohorts/${(await somebody(find))[0]}/nudges/${await find(`SELECT id FROM "Nudge"`)}`,
    "staff/programmes/[programme]/letters/[letter]": `/staff/programmes/npqel/letters/${await find(
      `SELECT t.id FROM "NudgeTemplate" t JOIN "Programme" p ON p.id = t."programmeId" WHERE p.slug = 'npqel' ORDER BY t.position LIMIT 1`,
    )}`,
  }),
  state: [
    `SELECT count(*) FROM "NudgeTemplate" WHERE name = 'Not mine'`,
    `SELECT count(*) FROM "EngagementContact" WHERE said LIKE 'Not mine%'`,
    // The journeys of engagement write to people as the cohort's manager meanwhile.
    `SELECT count(*) FROM "Nudge" n JOIN "User" u ON u.id = n."byId" WHERE u.email <> '${cohortManager.email}'`,
  ],
};
