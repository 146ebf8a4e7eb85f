import { type Find, notAdministrator, notParticipant } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import {
  administrators,
  managersAndItsFacilitator,
  managersOfAny,
  managersOfIt,
  ownPlace,
  signedIn,
  staff,
} from "../matrix-table";

const audit = "app/dashboard/learning-audits/[milestone]/actions.ts";
const evaluation = "app/dashboard/evaluations/[milestone]/actions.ts";
const questions = "app/staff/programmes/[programme]/evaluations/actions.ts";

/** An item of the running cohort's route map. */
const item = (find: Find, number: string) =>
  find(
    `SELECT m.id FROM "Milestone" m JOIN "Cohort" c ON c.id = m."cohortId" WHERE c.slug = 'spring-2026' AND m.number = $1`,
    number,
  );
/** Quentin has neither sent the audit of module 2 nor the evaluation of module 1. */
const AUDIT = "10";
const EVALUATION = "9";

/** Every question of module 1, in other words. */
const otherWords = Object.fromEntries(
  Array.from({ length: 7 }, (_, row) => row).flatMap((row) => [
    [`legend${row}`, "Not mine to ask"],
    ...(row < 5 && row !== 3
      ? [
          [`low${row}`, "low"],
          [`high${row}`, "high"],
        ]
      : []),
    ...(row === 3 ? [[`options${row}`, "Yes\nNo"]] : []),
  ]),
) as Record<string, string>;

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
    "staff/programmes/[programme]/evaluations": managersOfAny,
    "staff/programmes/[programme]/evaluations/[module]": administrators,
    "staff/programmes/[programme]/evaluations/[module]/preview": managersOfAny,
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
    [`${questions}#writeQuestions`]: {
      page: async () => "/staff/programmes/npqel/evaluations/1",
      button: "Save as a draft",
      owner: "administrator",
      fields: { step: "save", ...otherWords },
      refused: notAdministrator,
    },
    [`${questions}#publishQuestions`]: "administrators, as the questions: evaluations-editing.test.ts",
    [`${questions}#discardQuestions`]: "administrators, as the questions: evaluations-editing.test.ts",
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
      "staff/programmes/[programme]/evaluations/[module]": "/staff/programmes/npqel/evaluations/1",
      "staff/programmes/[programme]/evaluations/[module]/preview":
        "/staff/programmes/npqel/evaluations/1/preview",
    };
  },
  state: [
    `SELECT count(*) FROM "EvaluationDraft" WHERE questions::text LIKE '%Not mine to ask%'`,
    `SELECT count(*) FROM "LearningAudit" a JOIN "Enrolment" e ON e.id = a."enrolmentId" JOIN "User" u ON u.id = e."userId"
     WHERE u.email = 'quentin.ashby@example.org'`,
    `SELECT count(*) FROM "EvaluationReceipt" a JOIN "Enrolment" e ON e.id = a."enrolmentId" JOIN "User" u ON u.id = e."userId"
     WHERE u.email = 'quentin.ashby@example.org'`,
  ],
};
