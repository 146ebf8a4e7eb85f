import type { Find } from "./matrix-actions";
import { administrators, managersOfAny, managersOfIt, staff } from "./matrix-table";

/** Who may take out which list: app/staff/lists/lists.ts, by its names there → what each of KNOCKERS gets. */
export const LIST_ANSWERS: Record<string, string> = {
  alternatives: staff,
  applications: managersOfAny,
  attendance: managersOfIt,
  attendees: managersOfIt,
  "audit-log": administrators,
  corrections: staff,
  enquiries: managersOfAny,
  // Each with the events that are theirs.
  events: staff,
  groups: managersOfIt,
  "impact-reports": managersOfIt,
  mentors: managersOfIt,
  people: administrators,
  participants: managersOfIt,
  "webinar-registrations": managersOfAny,
  webinars: managersOfAny,
};

/** What each is asked for, in the demo. */
export async function listQueries(find: Find): Promise<Record<string, string>> {
  const cohort = `cohort=${await find(`SELECT id FROM "Cohort" WHERE slug = 'spring-2026'`)}`;
  const event = `event=${await find(`SELECT id FROM "Event" WHERE title = 'Residential 1, Oxford'`)}`;
  return {
    alternatives: "show=ended",
    applications: "state=all",
    attendance: cohort,
    attendees: event,
    "audit-log": "",
    corrections: "",
    enquiries: "show=all",
    events: "show=all",
    groups: cohort,
    "impact-reports": cohort,
    mentors: cohort,
    people: "",
    participants: cohort,
    "webinar-registrations": `webinar=${await find(`SELECT id FROM "Webinar" WHERE title LIKE 'Fees, funding and time%'`)}`,
    webinars: "",
  };
}
