import { alternativesList } from "@/lib/alternatives/list";
import { applicationsList } from "@/lib/applications/export";
import { auditLogList } from "@/lib/audit-log/export";
import { correctionsList } from "@/lib/corrections/list";
import { participantsList } from "@/lib/engagement/cohort-export";
import { enquiriesList } from "@/lib/enquiries/list";
import { attendeesList } from "@/lib/events/attendees";
import { attendanceList, eventsList } from "@/lib/events/lists";
import type { Format, ListOf } from "@/lib/list-file";
import { mentorsList } from "@/lib/mentoring/cohort-mentors";
import { impactReportsList } from "@/lib/mentoring/reports";
import { groupsList } from "@/lib/peer-groups/list";
import { peopleList } from "@/lib/people/list";
import { webinarRegistrationsList } from "@/lib/webinars/registrations";
import { webinarsList } from "@/lib/webinars/staff-queries";

/** Every list that can be taken out as a file, by its name in the address. */
export const LISTS: Record<string, ListOf> = {
  alternatives: alternativesList,
  applications: applicationsList,
  attendance: attendanceList,
  attendees: attendeesList,
  "audit-log": auditLogList,
  corrections: correctionsList,
  enquiries: enquiriesList,
  events: eventsList,
  groups: groupsList,
  "impact-reports": impactReportsList,
  mentors: mentorsList,
  people: peopleList,
  participants: participantsList,
  "webinar-registrations": webinarRegistrationsList,
  webinars: webinarsList,
};

/** "applications.csv": which list, in which format; undefined for what is neither. */
export function listNamed(file: string): { name: string; list: ListOf; format: Format } | undefined {
  const [, name = "", format] = /^([a-z-]{1,40})\.(csv|xlsx)$/.exec(file) ?? [];
  const list = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  return list && { name, list, format: format as Format };
}
