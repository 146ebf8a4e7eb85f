import { applicationsList } from "@/lib/applications/export";
import { auditLogList } from "@/lib/audit-log/export";
import { participantsList } from "@/lib/engagement/cohort-export";
import { attendeesList } from "@/lib/events/attendees";
import type { Format, ListOf } from "@/lib/list-file";
import { impactReportsList } from "@/lib/mentoring/reports";
import { webinarRegistrationsList } from "@/lib/webinars/registrations";

/** Every list that can be taken out as a file, by its name in the address. */
export const LISTS: Record<string, ListOf> = {
  applications: applicationsList,
  attendees: attendeesList,
  "audit-log": auditLogList,
  "impact-reports": impactReportsList,
  participants: participantsList,
  "webinar-registrations": webinarRegistrationsList,
};

/** "applications.csv": which list, in which format; undefined for what is neither. */
export function listNamed(file: string): { name: string; list: ListOf; format: Format } | undefined {
  const [, name = "", format] = /^([a-z-]{1,40})\.(csv|xlsx)$/.exec(file) ?? [];
  const list = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  return list && { name, list, format: format as Format };
}
