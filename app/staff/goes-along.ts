import { alternativesGoAlong } from "@/lib/alternatives/go-along";
import type { GoesAlong } from "@/lib/enrolments/goes-along";
import { needsGoAlong } from "@/lib/events/go-along";
import { auditsGoAlong } from "@/lib/learning-audits/go-along";
import { checkInsGoAlong } from "@/lib/mentoring/go-along";

/** What goes along with a participant who moves to another cohort; another area is one more here. */
export const GO_ALONG: readonly GoesAlong[] = [
  alternativesGoAlong,
  auditsGoAlong,
  checkInsGoAlong,
  needsGoAlong,
];
