import { z } from "zod";
import { line } from "../form";
import { APPLICATION_STATES, type ApplicationState } from "./schema";
import { FUNDING_ROUTES } from "./schema-choices";

/** The queue's filters as they stand in its address. Safe in the browser. */

/** On whom an application waits; it can wait for several at once. */
export const WAITING_ON = ["staff", "sponsor", "applicant", "nobody"] as const;
export type WaitingOn = (typeof WAITING_ON)[number];
export const WAITING_ON_WORDS: Record<WaitingOn, string> = {
  staff: "us",
  sponsor: "the sponsor",
  applicant: "the applicant",
  nobody: "nobody",
};

/** How long ago an application was sent, in days of London; or past the day on which an answer was promised. */
export const AGES = ["week", "fortnight", "older", "late"] as const;
export type Age = (typeof AGES)[number];
export const AGE_WORDS: Record<Age, string> = {
  week: "7 days or less",
  fortnight: "8 to 14 days",
  older: "more than 14 days",
  late: "past the promised day",
};

/** The orders of the queue. `waiting`: the longest waiting first; `submitted`: the latest first. */
export const SORTS = [
  "waiting",
  "submitted",
  "name",
  "name_down",
  "workplace",
  "workplace_down",
  "score",
  "score_up",
] as const;
export type Sort = (typeof SORTS)[number];
export const SORT_WORDS: Record<Sort, string> = {
  waiting: "the longest waiting first",
  submitted: "the latest first",
  name: "by name",
  name_down: "by name, from Z to A",
  workplace: "by workplace",
  workplace_down: "by workplace, from Z to A",
  score: "the highest scores first",
  score_up: "the lowest scores first",
};

/** For region and phase: the workplace is not on the national register, or is a trust. */
export const NOT_ON_REGISTER = "none";

const place = (what: string) => line(what, 60).optional().catch(undefined);

/** Anything the address holds beside these is left out, and so is a value that is not one of theirs. */
export const queueFilters = z.object({
  state: z
    .enum([...APPLICATION_STATES, "waiting", "all"])
    .optional()
    .catch(undefined),
  cohort: z.uuid().optional().catch(undefined),
  region: place("a region"),
  phase: place("a phase"),
  funding: z.enum(FUNDING_ROUTES).optional().catch(undefined),
  on: z.enum(WAITING_ON).optional().catch(undefined),
  age: z.enum(AGES).optional().catch(undefined),
  q: line("what to find", 100, { optional: true }).optional().catch(undefined),
  sort: z.enum(SORTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
export type QueueFilters = z.output<typeof queueFilters>;

/** Those that somebody still has to do something about: staff, or the applicant with an offer. */
export const WAITING: readonly ApplicationState[] = ["submitted", "under_review", "waitlisted", "offered"];

/** Which states a view shows: what was asked for; else all when somebody is looked for, and what waits when not. */
export function shownStates({
  state,
  q,
}: Pick<QueueFilters, "state" | "q">): ApplicationState | "waiting" | "all" {
  return state ?? (q ? "all" : "waiting");
}

/** The order of a view: what was asked for; else the longest waiting first, or the latest where nothing waits. */
export function shownSort(filters: Pick<QueueFilters, "state" | "q" | "sort">): Sort {
  if (filters.sort) return filters.sort;
  const shown = shownStates(filters);
  return shown === "waiting" || WAITING.some((state) => state === shown) ? "waiting" : "submitted";
}

/** The address of a view of the queue with something changed. Any change but the page leads to the first page. */
export function queueAddress(filters: QueueFilters, change: Partial<QueueFilters> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, page: 1, ...change })) {
    if (value && !(name === "page" && value === 1)) query.set(name, String(value));
  }
  const text = query.toString();
  return `/staff/applications${text ? `?${text}` : ""}`;
}
