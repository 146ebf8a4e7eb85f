import { type Find, notAnyManager, notParticipant } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import { managersAndItsFacilitator, managersOfAny, ownPlace, signedIn, staff } from "../matrix-table";

const item = "app/dashboard/route-map/[milestone]/actions.ts";
const OWNER = "quentin.ashby@example.org";

/** A page of one of the participant's own items, by its number on the route map. */
const own = (number: number, page: string) => async (find: Find) =>
  `/dashboard/route-map/${await find(
    `SELECT m.id FROM "EnrolmentMilestone" em JOIN "Milestone" m ON m.id = em."milestoneId"
     JOIN "Enrolment" e ON e.id = em."enrolmentId" JOIN "User" u ON u.id = e."userId" WHERE u.email = $1 AND m.number = $2`,
    OWNER,
    number,
  )}/${page}`;

/** One that waits for the first facilitator, of what their groups meet for. */
const waiting = (find: Find, table: string, waits: string) =>
  find(
    `SELECT t.id FROM "${table}" t JOIN "Enrolment" e ON e.id = t."enrolmentId" JOIN "PeerGroup" g ON g.id = e."peerGroupId"
     JOIN "User" f ON f.id = g."facilitatorId" JOIN "Milestone" m ON m.id = t."milestoneId"
     WHERE ${waits} AND f.email = 'priya.raman@example.org' AND m.kind IN ('residential', 'peer_learning_group') ORDER BY t.id LIMIT 1`,
  );
const correction = async (find: Find) =>
  `/staff/corrections/${await waiting(find, "CorrectionRequest", `t."answeredAt" IS NULL`)}`;
const alternative = async (find: Find) =>
  `/staff/alternatives/${await waiting(find, "AlternativeActivity", "t.state = 'handed_in'")}`;
const notReviewer = ["applicant", "participant", "otherFacilitator", "otherManager"] as const;
const notOwner = ["otherParticipant", ...notParticipant] as const;

/** Corrections, alternative activities, and what goes with the overview. */
export const makingUp: MatrixArea = {
  pages: {
    "dashboard/changes": signedIn,
    "dashboard/statement": signedIn,
    "dashboard/study": signedIn,
    "dashboard/route-map/[milestone]/correction": ownPlace,
    "dashboard/route-map/[milestone]/alternative": ownPlace,
    "staff/corrections": staff,
    "staff/corrections/[id]": managersAndItsFacilitator,
    "staff/alternatives": staff,
    "staff/alternatives/[id]": managersAndItsFacilitator,
    "staff/programmes/[programme]/alternatives": managersOfAny,
    "staff/programmes/[programme]/alternatives/new": managersOfAny,
    "staff/programmes/[programme]/alternatives/[option]": managersOfAny,
  },
  actions: {
    "app/dashboard/changes/actions.ts#markSeen": {
      page: async () => "/dashboard/changes",
      button: "Mark all as seen",
      owner: "participant",
      refused: notOwner,
    },
    // Another participant has the same item, and asks about what is recorded of themselves.
    [`${item}#ask`]: {
      page: own(4, "correction"),
      button: "Send",
      owner: "participant",
      fields: { said: "Not mine to say" },
      refused: notParticipant,
    },
    [`${item}#propose`]: {
      page: own(5, "alternative"),
      button: "Send the proposal",
      owner: "participant",
      fields: { option: "own", title: "Not mine", minutes: "60", plan: "Not mine to propose" },
      refused: notParticipant,
    },
    [`${item}#submitAccount`]: {
      page: own(7, "alternative"),
      button: "Hand it in",
      owner: "participant",
      fields: { did: "Not mine", learned: "Not mine", doneOn: "2026-11-20" },
      refused: notOwner,
    },
    [`${item}#withdraw`]: {
      page: own(7, "alternative"),
      button: "Withdraw it",
      owner: "participant",
      refused: notOwner,
    },
    "app/staff/corrections/actions.ts#answer": {
      page: correction,
      button: "Send the answer",
      owner: "administrator",
      fields: { outcome: "not_changed", answer: "Not mine to answer" },
      refused: notReviewer,
    },
    "app/staff/alternatives/actions.ts#judge": {
      page: alternative,
      button: "Save and tell them",
      owner: "administrator",
      fields: { verdict: "sent_back", words: "Not mine to judge" },
      refused: notReviewer,
    },
    "app/staff/programmes/[programme]/alternatives/actions.ts#save": {
      page: async () => "/staff/programmes/npqel/alternatives/new",
      button: "Save",
      owner: "administrator",
      fields: {
        kind: "coaching",
        title: "Not mine",
        description: "Not mine to offer",
        minutes: "60",
        offered: "yes",
      },
      refused: notAnyManager,
    },
  },
  addresses: async (find) => ({
    "staff/corrections/[id]": await correction(find),
    "staff/alternatives/[id]": await alternative(find),
    "staff/programmes/[programme]/alternatives/[option]": `/staff/programmes/npqel/alternatives/${await find(
      `SELECT o.id FROM "AlternativeOption" o JOIN "Programme" p ON p.id = o."programmeId" WHERE p.slug = 'npqel' ORDER BY o.id LIMIT 1`,
    )}`,
  }),
  state: [
    `SELECT count(*) FROM "CorrectionRequest" WHERE said = 'Not mine to say'`,
    `SELECT json_agg(c ORDER BY c.id) FROM "CorrectionRequest" c JOIN "Milestone" m ON m.id = c."milestoneId" WHERE m.number = 2`,
    `SELECT json_agg(a.state ORDER BY a.id) FROM "AlternativeActivity" a JOIN "Enrolment" e ON e.id = a."enrolmentId" JOIN "User" u ON u.id = e."userId" WHERE u.email IN ('${OWNER}', 'joan.pettifer@example.org')`,
    `SELECT count(*) FROM "AlternativeOption" WHERE title = 'Not mine'`,
    `SELECT json_agg(s) FROM "ChangesSeen" s JOIN "Enrolment" e ON e.id = s."enrolmentId" JOIN "User" u ON u.id = e."userId" WHERE u.email = '${OWNER}'`,
  ],
};
