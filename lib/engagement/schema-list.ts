import { z } from "zod";
import { isStorable } from "../form";

/** What the staff's engagement pages can be asked by the address, and the words for it; safe in the browser. */

/** Why somebody should be in touch, the gravest first (alerts.ts). */
export const ALERT_REASONS = ["unreachable", "below", "overdue", "quiet"] as const;
export type AlertReason = (typeof ALERT_REASONS)[number];

/** As a filter names them. */
export const REASON_WORDS: Record<AlertReason, string> = {
  unreachable: "Cannot reach the line any more",
  below: "Below the line to date",
  overdue: "Three or more overdue",
  quiet: "Nothing for 30 days",
};

export const ENGAGEMENT_SORTS = [
  "name",
  "state",
  "group",
  "to_date",
  "overall",
  "forecast",
  "overdue",
  "last",
] as const;
export type EngagementSort = (typeof ENGAGEMENT_SORTS)[number];
export const ENGAGEMENT_PAGE_SIZE = 50;

/** How each order is named, the one that a first click gives and its opposite. */
export const ENGAGEMENT_SORT_WORDS: Record<EngagementSort, [asc: string, desc: string]> = {
  name: ["Name, A to Z", "Name, Z to A"],
  state: ["State, active first", "State, active last"],
  group: ["Group, A to Z", "Group, Z to A"],
  to_date: ["To date, lowest first", "To date, highest first"],
  overall: ["Overall, lowest first", "Overall, highest first"],
  forecast: ["Could reach, lowest first", "Could reach, highest first"],
  overdue: ["Overdue, fewest first", "Overdue, most first"],
  last: ["Last activity, longest ago first", "Last activity, latest first"],
};

export const ENROLMENT_STATES_SHOWN = [
  "active",
  "deferred",
  "withdrawn",
  "completed",
  "transferred",
] as const;
/** Beside the reasons: everybody with at least one. */
export const SHOWN = ["any", ...ALERT_REASONS] as const;
/** A group's identifier, or those who are in none. */
export const NO_GROUP = "none";

/** What the staff's engagement list can be asked: unknown values fall back to the first page of everybody by name. */
export const engagementQuestion = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  sort: z.enum(ENGAGEMENT_SORTS).catch("name"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
  q: z.string().trim().max(100).refine(isStorable).catch(""),
  state: z.enum(ENROLMENT_STATES_SHOWN).or(z.literal("")).catch(""),
  group: z.uuid().or(z.literal(NO_GROUP)).or(z.literal("")).catch(""),
  show: z.enum(SHOWN).or(z.literal("")).catch(""),
});
export type EngagementQuestion = z.infer<typeof engagementQuestion>;

/** The address of a view: what is as usual is left out. Another filter or order begins at its first page. */
export function engagementAddress(
  home: string,
  question: EngagementQuestion,
  change: Partial<EngagementQuestion> = {},
): string {
  const { q, state, group, show, sort, dir, page } = { ...question, page: 1, ...change };
  const asked = { q, state, group, show, sort: sort === "name" ? "" : sort, dir: dir === "asc" ? "" : dir };
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ""));
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `${home}?${query}` : home;
}

/** True when the view holds fewer than everybody. */
export const isFiltered = ({ q, state, group, show }: EngagementQuestion) =>
  q !== "" || state !== "" || group !== "" || show !== "";

/** What the early alerts can be asked. */
export const alertQuestion = z.object({
  show: z.enum(SHOWN).catch("any"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
