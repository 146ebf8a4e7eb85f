import { z } from "zod";
import { isPlainDate, shortDate } from "../dates";
import { line } from "../form";

/** The audit log as staff look at it. Safe in the browser. */

const day = z.string().refine(isPlainDate).optional().catch(undefined);

/** The filters as they stand in the address; anything else, and what is not one of theirs, is left out. */
export const auditFilters = z.object({
  /** The kind of thing that was acted on, such as application. */
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
  /** Who did it: part of a name or an address. */
  who: line("who did it", 100, { optional: true }).optional().catch(undefined),
  /** What was done, such as application.offered. */
  action: z
    .string()
    .regex(/^[a-z_]{1,40}\.[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
  /** To whom or what: part of a name. */
  about: line("who it is about", 100, { optional: true }).optional().catch(undefined),
  /** One thing and all that was done to it. */
  subject: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  cohort: z.uuid().optional().catch(undefined),
  from: day,
  to: day,
  /** Entries older than this one. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});
export type AuditFilters = z.output<typeof auditFilters>;

/** The address of a view with something changed; any change but the step to older entries begins with the newest. */
export function auditAddress(filters: AuditFilters, change: Partial<AuditFilters> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, before: undefined, ...change }))
    if (value) query.set(name, value);
  const text = query.toString();
  return `/staff/audit-log${text ? `?${text}` : ""}`;
}

/** One entry as it is shown. */
export type AuditRow = {
  id: string;
  at: Date;
  /** Null for the portal itself. */
  who: { name: string; email: string } | null;
  action: string;
  kind: string;
  subjectId: string;
  /** What it is called now; null for what is gone or has no name. */
  subjectName: string | null;
  /** The page of what was acted on, where staff have one. */
  href: string | null;
  cohortName: string | null;
  changes: Change[];
};

/** One value that an entry tells of: from what, to what; either may be missing. */
export type Change = { name: string; from: string | null; to: string | null };

/** "application.carried_over" as people say it: "application: carried over". */
export function actionInWords(action: string): string {
  const [noun = "", verb = ""] = action.split(".");
  return `${plainWords(noun)}: ${plainWords(verb)}`;
}

/** "peer_group" and "answerBy" as words. */
export const plainWords = (name: string): string =>
  name
    .replaceAll("_", " ")
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);

/** What an entry's two sides say, value by value, in the order in which they were written; identifiers by name. */
export function changesOf(
  before: unknown,
  after: unknown,
  names: ReadonlyMap<string, string> = new Map(),
): Change[] {
  const [from, to] = [sideOf(before, names), sideOf(after, names)];
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((name) => ({ name: plainWords(name), from: from.get(name) ?? null, to: to.get(name) ?? null }))
    .filter(({ from: was, to: is }) => was !== is);
}

function sideOf(side: unknown, names: ReadonlyMap<string, string>): Map<string, string> {
  if (typeof side !== "object" || side === null || Array.isArray(side)) return new Map();
  return new Map(Object.entries(side).map(([name, value]) => [name, valueText(value, names)]));
}

function valueText(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === "string") return names.get(value) ?? (isPlainDate(value) ? shortDate(value) : value);
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The texts among an entry's values, some of which are identifiers. */
export function textsOf(side: unknown): string[] {
  if (typeof side !== "object" || side === null || Array.isArray(side)) return [];
  return Object.values(side).filter((value): value is string => typeof value === "string");
}
