import type { Find } from "./matrix-actions";
import { administrators, managersOfAny, managersOfIt } from "./matrix-table";

/** Who may take out which list: app/staff/lists/lists.ts, by its names there → what each of KNOCKERS gets. */
export const LIST_ANSWERS: Record<string, string> = {
  applications: managersOfAny,
  attendees: managersOfIt,
  "audit-log": administrators,
  "impact-reports": managersOfIt,
  participants: managersOfIt,
  "webinar-registrations": managersOfAny,
};

/** What each is asked for, in the demo. */
export async function listQueries(find: Find): Promise<Record<string, string>> {
  const cohort = `cohort=${await find(`SELECT id FROM "Cohort" WHERE slug = 'spring-2026'`)}`;
  const event = `event=${await find(`SELECT id FROM "Event" WHERE title = 'Residential 1, Oxford'`)}`;
  return {
    applications: "state=all",
    attendees: event,
    "audit-log": "",
    "impact-reports": cohort,
    participants: cohort,
    "webinar-registrations": `webinar=${await find(`SELECT id FROM "Webinar" WHERE title LIKE 'Fees, funding and time%'`)}`,
  };
}
