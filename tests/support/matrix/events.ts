import { cohortManager, participants } from "../../../prisma/seed/cast";
import { type Find, notManager, notParticipant } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import { managersAndItsFacilitator, managersOfIt, ownPlace } from "../matrix-table";

const actions = "app/staff/events/[id]/actions.ts";
const own = "app/dashboard/events/actions.ts";

/** The residentials of July 2027: the facilitator runs the one in Manchester, where Quentin has a place. */
const event = (find: Find, title: string) => find(`SELECT id FROM "Event" WHERE title = $1`, title);
const manchester = (find: Find) => event(find, "Residential 2, Manchester");
const oxford = (find: Find) => event(find, "Residential 2, Oxford");
/** Those who choose their places in tests/e2e/events.spec.ts, meanwhile. */
const choosing = [14, 15, 17].map((position) => `'${participants[position]?.email}'`).join(", ");
/** A session that the facilitator has held. */
const taken = (find: Find) =>
  find(
    `SELECT e.id FROM "Event" e JOIN "PeerGroup" g ON g.id = e."peerGroupId" JOIN "User" u ON u.id = g."facilitatorId"
     WHERE u.email = 'priya.raman@example.org' AND e."facilitatorId" = u.id ORDER BY e."startsAt" LIMIT 1`,
  );
/** Quentin was there. */
const past = (find: Find) => event(find, "Residential 1, Oxford");
const turn = (find: Find) =>
  find(
    `SELECT p.id FROM "EventPlace" p JOIN "Event" v ON v.id = p."eventId"
     WHERE v.title = 'Residential 2, Oxford' AND p.state = 'waiting' ORDER BY p."waitingOrder" LIMIT 1`,
  );
const staffPage = (page: string, of: (find: Find) => Promise<string>) => async (find: Find) =>
  `/staff/events/${await of(find)}${page}`;
const myPage = (page: string, of: (find: Find) => Promise<string>) => async (find: Find) =>
  `/dashboard/events/${await of(find)}${page}`;
const turnPage = async (find: Find) => `/staff/events/${await oxford(find)}/places/${await turn(find)}`;

const times = { firstDay: "2027-07-09", startTime: "09:30", lastDay: "", endTime: "16:00" };

/** Places at events, and running an event. */
export const events: MatrixArea = {
  pages: {
    "dashboard/events/statement": ownPlace,
    "dashboard/events/[event]": ownPlace,
    "dashboard/events/[event]/place": ownPlace,
    "dashboard/events/[event]/needs": ownPlace,
    "dashboard/events/[event]/giving-up": ownPlace,
    "dashboard/events/[event]/statement": ownPlace,
    "staff/events/[id]/edit": managersOfIt,
    "staff/events/[id]/cancellation": managersOfIt,
    "staff/events/[id]/instructions": managersOfIt,
    "staff/events/[id]/needs": managersAndItsFacilitator,
    "staff/events/[id]/places": managersAndItsFacilitator,
    "staff/events/[id]/places/[place]": managersOfIt,
    "staff/events/[id]/sign-in-sheet": managersAndItsFacilitator,
    "staff/events/[id]/register/import": managersAndItsFacilitator,
  },
  handlers: {
    "GET dashboard/events/[event]/event.ics": "a participant of the event's cohort: events-places.test.ts",
  },
  actions: {
    [`${own}#choose`]: {
      page: myPage("/place", oxford),
      button: "Go on the waiting list",
      owner: "participant",
      fields: { access: "", dietary: "" },
      refused: notParticipant,
    },
    [`${own}#giveUp`]: {
      page: myPage("/giving-up", manchester),
      button: "Give up your place",
      owner: "participant",
      refused: notParticipant,
    },
    [`${own}#tellNeeds`]: {
      page: myPage("/needs", manchester),
      button: "Save",
      owner: "participant",
      fields: { access: "", dietary: "Matrix" },
      refused: notParticipant,
    },
    [`${actions}#change`]: {
      page: staffPage("/edit", manchester),
      button: "Save",
      owner: "administrator",
      fields: {
        ...times,
        title: "Matrix residential",
        place: "Leeds",
        capacity: "20",
        choiceUntil: "2027-05-01",
        facilitatorId: "",
      },
      refused: notManager,
    },
    [`${actions}#cancel`]: {
      page: staffPage("/cancellation", manchester),
      button: "Cancel the event",
      owner: "administrator",
      fields: { message: "" },
      refused: notManager,
    },
    [`${actions}#instruct`]: {
      page: staffPage("/instructions", manchester),
      button: "Save and tell them",
      owner: "administrator",
      fields: { joiningUrl: "", instructions: "Matrix" },
      refused: notManager,
    },
    "app/staff/events/[id]/register/import/actions.ts#submitAttendance":
      "who may take the register; it takes a file: events-attendance.test.ts",
    [`${actions}#give`]: "the cohort's managers, who choose a person of it: events-places.test.ts",
    [`${actions}#remove`]: {
      page: turnPage,
      button: "Take off the list",
      owner: "administrator",
      fields: { reason: "Matrix" },
      refused: notManager,
    },
    [`${actions}#move`]: {
      page: turnPage,
      button: "Move",
      owner: "administrator",
      fields: { turn: "2" },
      refused: notManager,
    },
  },
  addresses: async (find) => ({
    "dashboard/events/[event]": await myPage("", manchester)(find),
    "dashboard/events/[event]/place": await myPage("/place", oxford)(find),
    "dashboard/events/[event]/needs": await myPage("/needs", manchester)(find),
    "dashboard/events/[event]/giving-up": await myPage("/giving-up", manchester)(find),
    "dashboard/events/[event]/statement": await myPage("/statement", past)(find),
    "staff/events/[id]/edit": await staffPage("/edit", manchester)(find),
    "staff/events/[id]/cancellation": await staffPage("/cancellation", manchester)(find),
    "staff/events/[id]/instructions": await staffPage("/instructions", manchester)(find),
    "staff/events/[id]/needs": await staffPage("/needs", manchester)(find),
    "staff/events/[id]/places": await staffPage("/places", manchester)(find),
    "staff/events/[id]/places/[place]": await turnPage(find),
    "staff/events/[id]/sign-in-sheet": await staffPage("/sign-in-sheet", manchester)(find),
    "staff/events/[id]/register/import": `/staff/events/${await taken(find)}/register/import`,
  }),
  state: [
    // By those who knock only: meanwhile the journeys of events do such things as the cohort's manager.
    `SELECT count(*) FROM "AuditEntry" a JOIN "User" u ON u.id = a."actorId" WHERE u.email <> '${cohortManager.email}'
     AND u.id IN (SELECT "userId" FROM "RoleAssignment" UNION SELECT id FROM "User" WHERE email IN ('quentin.ashby@example.org', 'elena.marsh@example.org'))
     AND (action LIKE 'place.%' OR action LIKE 'event_needs.%' OR (action LIKE 'event.%' AND action <> 'event.scheduled'))`,
    `SELECT string_agg(p.state::text || p."waitingOrder", ',' ORDER BY p.id) FROM "EventPlace" p JOIN "Event" v ON v.id = p."eventId"
     JOIN "Enrolment" n ON n.id = p."enrolmentId" JOIN "User" u ON u.id = n."userId"
     WHERE v.title LIKE 'Residential 2, %' AND u.email NOT IN (${choosing})`,
  ],
};
