import { monthAndYear } from "@/lib/dates";
import type { ParticipantOverview } from "@/lib/engagement/schema";

/** "month 7 of 18", "starts in May 2027", "after its 18 months". */
export function monthInWords({ month, enrolment }: Pick<ParticipantOverview, "month" | "enrolment">): string {
  const { durationMonths } = enrolment.programme;
  if (month < 1) return `starts in ${monthAndYear(enrolment.cohort.startsOn)}`;
  return month > durationMonths
    ? `after its ${durationMonths} months`
    : `month ${month} of ${durationMonths}`;
}
