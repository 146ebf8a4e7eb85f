import { type Find, notParticipant } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import { managersAndItsFacilitator, managersOfIt, ownPlace, signedIn, staff } from "../matrix-table";

const audit = "app/dashboard/learning-audits/[milestone]/actions.ts";
const evaluation = "app/dashboard/evaluations/[milestone]/actions.ts";

/** An item of the running cohort's route map. */
const item = (find: Find, number: string) =>
  find(
    `SELECT m.id FROM "Milestone" m JOIN "Cohort" c ON c.id = m."cohortId" WHERE c.slug = 'spring-2026' AND m.number = $1`,
    number,
  );
/** Quentin has neither sent the audit of module 2 nor the evaluation of module 1. */
const AUDIT = "10";
const EVALUATION = "9";

/** Learning audits and evaluations at the end of a module. */
export const learningAudits: MatrixArea = {
  pages: {
    "dashboard/learning-audits": signedIn,
    "dashboard/learning-audits/[milestone]": ownPlace,
    "dashboard/learning-audits/compare/[module]": signedIn,
    "dashboard/learning-audits/cohort": signedIn,
    "dashboard/evaluations/[milestone]": ownPlace,
    "staff/learning-audits": staff,
    "staff/cohorts/[cohort]/learning-audits": managersOfIt,
    "staff/cohorts/[cohort]/evaluations": managersOfIt,
    "staff/cohorts/[cohort]/participants/[id]/learning-audits": managersAndItsFacilitator,
  },
  actions: {
    [`${audit}#submitLearningAudit`]: {
      page: async (find) => `/dashboard/learning-audits/${await item(find, AUDIT)}`,
      button: "Save for now",
      owner: "participant",
      refused: notParticipant,
    },
    [`${audit}#autosaveLearningAudit`]: "the sender's own, as submitLearningAudit: learning-audits.test.ts",
    [`${evaluation}#submitEvaluation`]: {
      page: async (find) => `/dashboard/evaluations/${await item(find, EVALUATION)}`,
      button: "Send the evaluation",
      owner: "participant",
      fields: {
        "answer-useful": "4",
        "answer-clear": "4",
        "answer-group": "4",
        "answer-time": "About the hours given",
        "answer-start": "4",
      },
      refused: notParticipant,
    },
  },
  addresses: async (find) => {
    const amara = await find(
      `SELECT e.id FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" WHERE u.email = 'amara.okafor@example.org'`,
    );
    const cohort = await find(`SELECT id FROM "Cohort" WHERE slug = 'spring-2026'`);
    return {
      "dashboard/learning-audits/[milestone]": `/dashboard/learning-audits/${await item(find, AUDIT)}`,
      "dashboard/learning-audits/compare/[module]": "/dashboard/learning-audits/compare/1",
      "dashboard/evaluations/[milestone]": `/dashboard/evaluations/${await item(find, EVALUATION)}`,
      "staff/cohorts/[cohort]/participants/[id]/learning-audits": `/staff/cohorts/${cohort}/participants/${amara}/learning-audits`,
    };
  },
  state: [
    `SELECT count(*) FROM "LearningAudit" a JOIN "Enrolment" e ON e.id = a."enrolmentId" JOIN "User" u ON u.id = e."userId"
     WHERE u.email = 'quentin.ashby@example.org'`,
    `SELECT count(*) FROM "EvaluationReceipt" a JOIN "Enrolment" e ON e.id = a."enrolmentId" JOIN "User" u ON u.id = e."userId"
     WHERE u.email = 'quentin.ashby@example.org'`,
  ],
};
