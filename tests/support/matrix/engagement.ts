import { type Find, notManager } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import { managersOfIt } from "../matrix-table";

const contacts = "app/staff/cohorts/[cohort]/participants/[id]/contacts/actions.ts";

/** Somebody of the running cohort who is active. */
const somebody = async (find: Find) => {
  const of = `FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" JOIN "Cohort" c ON c.id = e."cohortId"
    WHERE u.email = 'eve.hartnell@example.org' AND c.slug = 'spring-2026'`;
  return [await find(`SELECT c.id ${of}`), await find(`SELECT e.id ${of}`)];
};
const contactsPage = async (find: Find) => {
  const [cohort, id] = await somebody(find);
  return `/staff/cohorts/${cohort}/participants/${id}/contacts`;
};

/** What staff do about engagement. */
export const engagement: MatrixArea = {
  pages: {
    "staff/cohorts/[cohort]/alerts": managersOfIt,
    "staff/cohorts/[cohort]/participants/[id]/contacts": managersOfIt,
  },
  actions: {
    [`${contacts}#logContact`]: {
      page: contactsPage,
      button: "Log the contact",
      owner: "administrator",
      fields: { how: "phone", happenedOn: "2026-11-20", said: "Not mine to write", outcome: "None" },
      refused: notManager,
    },
  },
  state: [`SELECT count(*) FROM "EngagementContact" WHERE said LIKE 'Not mine%'`],
};
