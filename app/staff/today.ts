import { todayFor as alternatives } from "@/lib/alternatives/today";
import { todayFor as applications } from "@/lib/applications/today";
import type { Actor } from "@/lib/auth/actor";
import { todayFor as corrections } from "@/lib/corrections/today";
import { todayFor as emails } from "@/lib/email/today";
import { todayFor as engagement } from "@/lib/engagement/today";
import { todayFor as enquiries } from "@/lib/enquiries/today";
import { todayFor as events } from "@/lib/events/today";
import { todayFor as mentors } from "@/lib/mentoring/today";
import { type TodayLine, todayLines } from "@/lib/today";
import { todayFor as webinars } from "@/lib/webinars/today";

/** Each tells what waits of its own, scoped to who asks; another area is one more line here. */
const AREAS = [
  applications,
  enquiries,
  events,
  corrections,
  alternatives,
  engagement,
  mentors,
  emails,
  webinars,
];

/** Everything that waits for this person, the most urgent first. A fixed number of queries. */
export async function everythingFor(actor: Actor, at: Date): Promise<TodayLine[]> {
  const parts = await Promise.all(AREAS.map((todayFor) => todayFor(actor, at)));
  return todayLines(parts.flat());
}
