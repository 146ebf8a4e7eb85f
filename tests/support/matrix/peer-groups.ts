import type { Find } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import { managersAndItsFacilitator, managersOfIt, ownPlace, signedIn, staff } from "../matrix-table";

const own = "app/dashboard/peer-group/actions.ts";
const ofCohort = "app/staff/cohorts/[cohort]/groups/actions.ts";
const ofGroup = "app/staff/groups/actions.ts";

const PARTICIPANT = "quentin.ashby@example.org";
const OTHER = "imran.qureshi@example.org";

const cohort = (find: Find) => find(`SELECT id FROM "Cohort" WHERE slug = 'spring-2026'`);
/** Priya Raman facilitates it. */
const northfold = (find: Find) => find(`SELECT id FROM "PeerGroup" WHERE name = 'Northfold'`);
const enrolment = (find: Find, email: string) =>
  find(`SELECT e.id FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" WHERE u.email = $1`, email);
const note = (find: Find, group: string) =>
  find(
    `SELECT n.id FROM "PeerNote" n JOIN "PeerGroup" g ON g.id = n."peerGroupId" WHERE g.name = $1 ORDER BY n.id LIMIT 1`,
    group,
  );
const session = (find: Find, email: string) =>
  find(
    `SELECT v.id FROM "Event" v JOIN "Milestone" m ON m.id = v."milestoneId" AND m.kind = 'peer_learning_group'
     JOIN "Enrolment" e ON e."peerGroupId" = v."peerGroupId" JOIN "User" u ON u.id = e."userId"
     WHERE u.email = $1 ORDER BY v."startsAt" DESC LIMIT 1`,
    email,
  );

const notManagers = ["applicant", "participant", "facilitator", "otherFacilitator", "otherManager"] as const;
const everybodyElse = ["applicant", "facilitator", "otherFacilitator", "otherManager", "manager"] as const;
const words = { title: "Matrix note", body: "Written by the matrix" };

/** Peer learning groups: a participant's own, their facilitators' and a cohort's. */
export const peerGroups: MatrixArea = {
  pages: {
    // Whoever is in no group is told so.
    "dashboard/peer-group": signedIn,
    "dashboard/peer-group/notes/[note]": ownPlace,
    "dashboard/peer-group/notes/new": ownPlace,
    "dashboard/peer-group/sessions/[event]": ownPlace,
    "staff/cohorts/[cohort]/groups": managersOfIt,
    "staff/cohorts/[cohort]/groups/[group]": managersOfIt,
    "staff/cohorts/[cohort]/groups/new": managersOfIt,
    "staff/cohorts/[cohort]/groups/plan": managersOfIt,
    "staff/cohorts/[cohort]/participants/[id]/group": managersOfIt,
    "staff/groups": staff,
    "staff/groups/[group]": managersAndItsFacilitator,
    "staff/groups/[group]/notes/[note]": managersAndItsFacilitator,
    // Managers read what a group writes, and write nothing there.
    "staff/groups/[group]/notes/new": "sign-in none none ok none none none none",
  },
  actions: {
    [`${own}#share`]: {
      page: async () => "/dashboard/peer-group",
      button: "Save what I share",
      owner: "participant",
      fields: { about: "Written by the matrix", phone: "" },
      refused: [...everybodyElse, "otherParticipant", "administrator"],
    },
    [`${own}#cannotCome`]: {
      page: async (find) => `/dashboard/peer-group/sessions/${await session(find, OTHER)}`,
      button: "I cannot come",
      owner: "otherParticipant",
      refused: [...everybodyElse, "participant", "administrator"],
    },
    [`${own}#canCome`]: "whoever has said that they cannot come: peer-groups-sessions.test.ts",
    [`${own}#visit`]: "the same",
    [`${own}#endVisit`]: "the same",
    [`${own}#beginNote`]: {
      page: async () => "/dashboard/peer-group/notes/new",
      button: "Save the note",
      owner: "participant",
      fields: { ...words, eventId: "" },
      refused: ["applicant", "facilitator", "otherManager", "manager", "otherParticipant", "administrator"],
    },
    [`${own}#saveNote`]: {
      page: async (find) => `/dashboard/peer-group/notes/${await note(find, "Eastgate")}`,
      button: "Save the note",
      owner: "participant",
      fields: words,
      refused: ["applicant", "facilitator", "otherManager", "manager", "otherParticipant", "administrator"],
    },
    [`${ofCohort}#adopt`]: {
      page: async (find) => `/staff/cohorts/${await cohort(find)}/groups/plan`,
      button: "Adopt these groups",
      owner: "manager",
      refused: notManagers,
    },
    [`${ofCohort}#makeGroup`]: {
      page: async (find) => `/staff/cohorts/${await cohort(find)}/groups/new`,
      button: "Add the group",
      owner: "manager",
      fields: { name: "Matrix group", facilitatorId: "" },
      refused: notManagers,
    },
    [`${ofCohort}#changeGroup`]: {
      page: async (find) => `/staff/cohorts/${await cohort(find)}/groups/${await northfold(find)}`,
      button: "Save the group",
      owner: "manager",
      fields: { name: "Matrix group", facilitatorId: "" },
      refused: notManagers,
    },
    [`${ofCohort}#removeGroup`]:
      "managers of the cohort, for a group with nothing in it: peer-groups.test.ts",
    [`${ofCohort}#moveToGroup`]: {
      page: async (find) =>
        `/staff/cohorts/${await cohort(find)}/participants/${await enrolment(find, PARTICIPANT)}/group`,
      button: "Move them",
      owner: "manager",
      // Right in its shape, so that whoever is refused is refused for who they are.
      fields: { to: `none.${"x".repeat(22)}` },
      refused: notManagers,
    },
    [`${ofGroup}#beginGroupNote`]: {
      page: async (find) => `/staff/groups/${await northfold(find)}/notes/new`,
      button: "Save the note",
      owner: "facilitator",
      fields: { ...words, eventId: "" },
      refused: ["applicant", "participant", "otherFacilitator", "otherManager", "manager", "administrator"],
    },
    [`${ofGroup}#saveGroupNote`]: {
      page: async (find) => `/staff/groups/${await northfold(find)}/notes/${await note(find, "Northfold")}`,
      button: "Save the note",
      owner: "facilitator",
      fields: words,
      refused: ["applicant", "participant", "otherFacilitator", "otherManager", "manager", "administrator"],
    },
  },
  addresses: async (find) => {
    const [here, group] = [await cohort(find), await northfold(find)];
    return {
      "dashboard/peer-group/notes/[note]": `/dashboard/peer-group/notes/${await note(find, "Eastgate")}`,
      "dashboard/peer-group/sessions/[event]": `/dashboard/peer-group/sessions/${await session(find, PARTICIPANT)}`,
      "staff/cohorts/[cohort]/groups/[group]": `/staff/cohorts/${here}/groups/${group}`,
      "staff/groups/[group]": `/staff/groups/${group}`,
      "staff/groups/[group]/notes/[note]": `/staff/groups/${group}/notes/${await note(find, "Northfold")}`,
      "staff/groups/[group]/notes/new": `/staff/groups/${group}/notes/new`,
    };
  },
  state: [
    `SELECT jsonb_agg(to_jsonb(g) ORDER BY g.id) FROM "PeerGroup" g WHERE g.name IN ('Northfold', 'Matrix group')`,
    `SELECT jsonb_agg(e."peerGroupId" ORDER BY e.id) FROM "Enrolment" e JOIN "User" u ON u.id = e."userId"
     WHERE u.email IN ('${PARTICIPANT}', '${OTHER}')`,
    `SELECT count(*) FROM "PeerProfile" WHERE about = '${words.body}'`,
    `SELECT count(*) FROM "PeerNoteVersion" WHERE title = '${words.title}'`,
    `SELECT count(*) FROM "EventApology" a JOIN "Enrolment" e ON e.id = a."enrolmentId"
     JOIN "User" u ON u.id = e."userId" WHERE u.email = '${OTHER}'`,
  ],
};
