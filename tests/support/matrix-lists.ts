import type { Find } from "./matrix-actions";
import {
  administrators,
  managersAndItsFacilitator,
  managersOfAny,
  managersOfIt,
  staff,
} from "./matrix-table";

/** The second facilitator runs the residential. */
const managersAndWhoRunsIt = "sign-in none none none ok none ok ok";

/** Who may take out which list: app/staff/lists/lists.ts, by its names there → what each of KNOCKERS gets. */
export const LIST_ANSWERS: Record<string, string> = {
  alerts: managersOfIt,
  "alternative-options": managersOfAny,
  alternatives: staff,
  applications: managersOfAny,
  attendance: managersOfIt,
  attendees: managersOfIt,
  "audit-averages": managersOfIt,
  "audit-log": administrators,
  // Each with the acts in their cohorts.
  "bulk-acts": managersOfAny,
  "bulk-result": managersOfIt,
  cohorts: managersOfAny,
  contacts: managersOfIt,
  corrections: staff,
  enquiries: managersOfAny,
  equality: managersOfIt,
  evaluations: managersOfIt,
  "event-needs": managersAndWhoRunsIt,
  // Each with the events that are theirs.
  events: staff,
  "funding-entries": managersOfAny,
  "group-attendance": managersAndItsFacilitator,
  groups: managersOfIt,
  "heat-map": managersOfIt,
  "impact-reports": managersOfIt,
  "letter-templates": managersOfAny,
  mentors: managersOfIt,
  milestones: managersOfIt,
  needs: managersOfIt,
  nudges: managersOfIt,
  // Facilitators of its groups, two of them in the demo, take out their own people.
  participants: "sign-in none none ok ok none ok ok",
  people: administrators,
  places: managersAndWhoRunsIt,
  "registration-lists": managersOfIt,
  registrations: managersOfIt,
  seats: managersOfIt,
  // Each with the groups that are theirs.
  "staff-groups": staff,
  template: managersOfAny,
  versions: managersOfAny,
  "webinar-registrations": managersOfAny,
  webinars: managersOfAny,
};

/** What each is asked for, in the demo. */
export async function listQueries(find: Find): Promise<Record<string, string>> {
  const spring = await find(`SELECT id FROM "Cohort" WHERE slug = 'spring-2026'`);
  const cohort = `cohort=${spring}`;
  const event = `event=${await find(`SELECT id FROM "Event" WHERE title = 'Residential 1, Oxford'`)}`;
  const ofCohort = (table: string) =>
    find(`SELECT id FROM "${table}" WHERE "cohortId" = $1 ORDER BY id LIMIT 1`, spring);
  return {
    alerts: cohort,
    "alternative-options": "programme=npqel",
    "letter-templates": "programme=npqel",
    alternatives: "show=ended",
    applications: "state=all",
    attendance: cohort,
    attendees: event,
    "audit-averages": cohort,
    "audit-log": "",
    "bulk-acts": "",
    "bulk-result": `act=${await find(`SELECT id FROM "BulkAct" ORDER BY id LIMIT 1`)}`,
    cohorts: "",
    contacts: cohort,
    corrections: "",
    enquiries: "show=all",
    equality: cohort,
    evaluations: cohort,
    "event-needs": event,
    events: "show=all",
    "funding-entries": `upload=${await find(`SELECT id FROM "FundingUpload" ORDER BY id LIMIT 1`)}`,
    "group-attendance": `group=${await find(`SELECT id FROM "PeerGroup" WHERE name = 'Northfold'`)}`,
    groups: cohort,
    "heat-map": cohort,
    "impact-reports": cohort,
    mentors: cohort,
    milestones: cohort,
    needs: cohort,
    nudges: cohort,
    participants: cohort,
    people: "",
    places: event,
    "registration-lists": cohort,
    registrations: `${cohort}&upload=${await ofCohort("RegistrationUpload")}`,
    seats: cohort,
    "staff-groups": "",
    template: "programme=npqel",
    versions: "programme=npqel",
    "webinar-registrations": `webinar=${await find(`SELECT id FROM "Webinar" WHERE title LIKE 'Fees, funding and time%'`)}`,
    webinars: "",
  };
}
