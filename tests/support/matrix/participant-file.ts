import { type Find, notManager } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import { managersOfIt } from "../matrix-table";
import { somebody } from "./engagement";

const folder = "staff/cohorts/[cohort]/participants/[id]";
const actions = `app/${folder}/actions.ts`;

const home = async (find: Find) => {
  const [cohort, id] = await somebody(find);
  return `/staff/cohorts/${cohort}/participants/${id}`;
};
/** The group's third session: nobody has it yet. */
const milestonePage = async (find: Find) => {
  const [cohort] = await somebody(find);
  const milestone = await find(
    `SELECT id FROM "Milestone" WHERE "cohortId" = '${cohort}' AND kind = 'residential' ORDER BY number DESC LIMIT 1`,
  );
  return `${await home(find)}/milestones/${milestone}`;
};

/** What staff enter, excuse and allow in a participant's file. */
export const participantFile: MatrixArea = {
  pages: { [`${folder}/milestones/[milestone]`]: managersOfIt, [`${folder}/exception`]: managersOfIt },
  actions: {
    [`${actions}#enter`]: {
      page: milestonePage,
      button: "Save the record",
      owner: "administrator",
      fields: { replaces: "new", minutes: "30", happenedOn: "2026-11-20", reason: "Not mine to enter" },
      refused: notManager,
    },
    [`${actions}#excuseFrom`]: {
      page: milestonePage,
      button: "Excuse and tell them",
      owner: "administrator",
      fields: { reason: "Not mine to excuse" },
      refused: notManager,
    },
    [`${actions}#except`]: {
      page: async (find) => `${await home(find)}/exception`,
      button: "Record the exception",
      owner: "administrator",
      fields: { reason: "Not mine to allow" },
      refused: notManager,
    },
  },
  addresses: async (find) => ({
    [`${folder}/milestones/[milestone]`]: await milestonePage(find),
    [`${folder}/exception`]: `${await home(find)}/exception`,
  }),
  state: [
    `SELECT count(*) FROM "EngagementRecord" WHERE note LIKE 'Not mine%'`,
    `SELECT count(*) FROM "MilestoneExcusal"`,
    `SELECT count(*) FROM "AssessmentException"`,
  ],
};
