import { hoursAndMinutes, monthRange, type PlainDate } from "../dates";
import type { DatedItem, ItemKind, ItemMode } from "./schema";

/** What a rail and a month list are made of: the same for the public map, a participant's and a cohort's. */

export type RailState =
  | "upcoming"
  | "open"
  | "due_soon"
  | "overdue"
  | "completed"
  | "credited"
  | "not_required";

export type RailItem = {
  number: number;
  module: number | null;
  kind: ItemKind;
  title: string;
  /** For the rail, where room is short. */
  shortTitle: string;
  mode: ItemMode | null;
  minutes: number | null;
  opensOn: PlainDate | null;
  closesOn: PlainDate | null;
  /** Left out on a public map: the sign then stands for the mode. */
  state?: RailState;
  href: string;
  /** How far it has come: "4 of 6 sessions", "18 of 24 done". */
  progressLabel?: string;
  note?: string | null;
};

/** The sign an item is drawn with: its state, or its mode, or that it is a condition rather than an activity. */
export type RailSign = RailState | ItemMode | "gate";

/** What a milestone lends to its rail item, whoever looks at it. */
export type RailSource = Pick<
  DatedItem,
  "number" | "module" | "kind" | "title" | "mode" | "minutes" | "opensOn" | "closesOn"
> & { note?: string | null };

/** A rail item from a milestone; `extra` brings the address and, for a person or a cohort, state and progress. */
export function railItem(
  source: RailSource,
  extra: Pick<RailItem, "href" | "state" | "progressLabel">,
): RailItem {
  const { number, module, kind, title, mode, minutes, opensOn, closesOn, note = null } = source;
  const own = { number, module, kind, title, mode, minutes, opensOn, closesOn, note };
  return { ...own, ...extra, shortTitle: shortTitle(source) };
}

/** The sign for an item. */
export function signOf(item: Pick<RailItem, "state" | "mode">): RailSign {
  return item.state ?? item.mode ?? "gate";
}

/** Sorts days, which compare as text; an empty one comes first. localeCompare would cost ten times as much. */
export const earlier = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Months since the year 0: by slices, since a rail asks some hundred times. */
export function monthIndex(day: PlainDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in the month of that day, for the years a form may send (1900 to 2100 but for their ends). */
export function daysInMonth(day: PlainDate): number {
  const month = Number(day.slice(5, 7));
  const leap = month === 2 && Number(day.slice(0, 4)) % 4 === 0;
  return leap ? 29 : (DAYS[month - 1] ?? 31);
}

/** "May to October 2025", or that no date is published. */
export function windowInWords(item: Pick<RailItem, "opensOn" | "closesOn">): string {
  return item.opensOn && item.closesOn ? monthRange(item.opensOn, item.closesOn) : "no date published";
}

const SHORT: Partial<Record<ItemKind, string>> = {
  information_webinar: "Webinars",
  induction: "Induction",
  learning_audit: "Audit",
  learning_audit_review: "Review",
  formative_assessment_task: "Task",
  mentor_check_in: "Check-in",
  module_evaluation: "Evaluation",
  impact_report: "Impact report",
  coaching: "Coaching",
  assessment_platform_access: "Platform access",
  summative_assessment: "Case study",
};

/** A title for the rail: "Group 2" for "Peer learning group 2", "Study, module 1 · 8 h" for its study. */
function shortTitle(item: RailSource): string {
  const last = / (\d+)$/.exec(item.title)?.[1] ?? "";
  const numbered = (word: string) => (last ? `${word} ${last}` : word);
  switch (item.kind) {
    case "peer_learning_group":
      return numbered("Group");
    case "face_to_face_event":
      return numbered("Event");
    case "self_directed_study":
      return `${item.module ? `Study, module ${item.module}` : "Study"}${item.minutes ? ` · ${hoursAndMinutes(item.minutes)}` : ""}`;
    default:
      return SHORT[item.kind] ?? item.title;
  }
}
