import type { MyMilestone } from "@/lib/engagement/schema";

/** The page of a participant's milestone. */
export const milestoneAddress = ({ id }: Pick<MyMilestone, "id">) => `/dashboard/route-map/${id}`;

/** Where it gets done: its form, or its event's page, where it has one of its own; else its page. */
export function doingAddress({ id, doneBy, event }: Pick<MyMilestone, "id" | "doneBy" | "event">): string {
  if (doneBy === "event" && event) return `/dashboard/events/${event.id}`;
  if (doneBy === "mentor") return `/dashboard/mentor/${id}`;
  if (doneBy === "audit") return `/dashboard/learning-audits/${id}`;
  if (doneBy === "evaluation") return `/dashboard/evaluations/${id}`;
  return milestoneAddress({ id });
}
