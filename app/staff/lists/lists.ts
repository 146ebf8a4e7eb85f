import { alternativeOptionsList, alternativesList } from "@/lib/alternatives/list";
import { bulkActsList, bulkResultList } from "@/lib/applications/bulk/lists";
import { applicationsList } from "@/lib/applications/export";
import { equalityList, needsList, seatsList } from "@/lib/applications/lists";
import { registrationListsList, registrationsList } from "@/lib/applications/registrations/lists";
import { auditLogList } from "@/lib/audit-log/export";
import { cohortsList } from "@/lib/cohorts/list";
import { correctionsList } from "@/lib/corrections/list";
import { alertsList, heatMapList, participantsList } from "@/lib/engagement/cohort-lists";
import { contactsList, nudgesList, nudgeTemplatesList } from "@/lib/engagement/contact-lists";
import { enquiriesList } from "@/lib/enquiries/list";
import { evaluationsList } from "@/lib/evaluations/list";
import { attendeesList } from "@/lib/events/attendees";
import { attendanceList, eventsList } from "@/lib/events/lists";
import { eventNeedsList, placesList } from "@/lib/events/place-lists";
import { fundingEntriesList } from "@/lib/funding/entries-list";
import { auditAveragesList } from "@/lib/learning-audits/list";
import type { Format, ListOf } from "@/lib/list-file";
import { mentorsList } from "@/lib/mentoring/cohort-mentors";
import { impactReportsList } from "@/lib/mentoring/reports";
import { groupAttendanceList, groupsList, staffGroupsList } from "@/lib/peer-groups/list";
import { peopleList } from "@/lib/people/list";
import { versionsList } from "@/lib/programmes/list";
import { milestonesList, templateList } from "@/lib/route-map/lists";
import { webinarRegistrationsList } from "@/lib/webinars/registrations";
import { webinarsList } from "@/lib/webinars/staff-queries";

/** Every list that can be taken out as a file, by its name in the address. */
export const LISTS: Record<string, ListOf> = {
  alerts: alertsList,
  "alternative-options": alternativeOptionsList,
  alternatives: alternativesList,
  applications: applicationsList,
  attendance: attendanceList,
  attendees: attendeesList,
  "audit-averages": auditAveragesList,
  "audit-log": auditLogList,
  "bulk-acts": bulkActsList,
  "bulk-result": bulkResultList,
  cohorts: cohortsList,
  contacts: contactsList,
  corrections: correctionsList,
  enquiries: enquiriesList,
  equality: equalityList,
  evaluations: evaluationsList,
  "event-needs": eventNeedsList,
  events: eventsList,
  "funding-entries": fundingEntriesList,
  "group-attendance": groupAttendanceList,
  groups: groupsList,
  "heat-map": heatMapList,
  "impact-reports": impactReportsList,
  "letter-templates": nudgeTemplatesList,
  mentors: mentorsList,
  milestones: milestonesList,
  needs: needsList,
  nudges: nudgesList,
  participants: participantsList,
  people: peopleList,
  places: placesList,
  "registration-lists": registrationListsList,
  registrations: registrationsList,
  seats: seatsList,
  "staff-groups": staffGroupsList,
  template: templateList,
  versions: versionsList,
  "webinar-registrations": webinarRegistrationsList,
  webinars: webinarsList,
};

/** "applications.csv": which list, in which format; undefined for what is neither. */
export function listNamed(file: string): { name: string; list: ListOf; format: Format } | undefined {
  const [, name = "", format] = /^([a-z-]{1,40})\.(csv|xlsx)$/.exec(file) ?? [];
  const list = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  return list && { name, list, format: format as Format };
}
