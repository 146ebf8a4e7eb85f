import type { HoursRow } from "../../../lib/programmes/schema";

/**
 * The published table of hours: 75 in all. Half a day is 3 hours, and the five face-to-face days are the 27
 * hours that the route map gives them: 1 + 3 + 30 + 27 + 8 + 6.
 */
export const hours: HoursRow[] = [
  { component: "Initial learning audit", count: 2, minutes: 60, publishedAs: "1 hour in all" },
  { component: "Online induction conference", count: 1, minutes: 180, publishedAs: "half a day" },
  { component: "Online self-directed study modules", count: 3, minutes: 1_800, publishedAs: "30 hours" },
  { component: "Face-to-face events", count: 3, minutes: 1_620, publishedAs: "5 days" },
  { component: "Peer learning group sessions", count: 4, minutes: 480, publishedAs: "8 hours" },
  { component: "Coaching sessions", count: 6, minutes: 360, publishedAs: "6 hours" },
];
