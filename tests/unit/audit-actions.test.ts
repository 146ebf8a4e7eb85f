import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { LISTS } from "@/app/staff/lists/lists";
import { actionInWords, auditFilters } from "@/lib/audit-log/schema";

/** Every action that the portal writes into its audit log can be filtered by and reads as words. */

const LIB = resolve(import.meta.dirname, "../../lib");
const sources = readdirSync(LIB, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.startsWith("generated/"))
  .map((path) => readFileSync(join(LIB, path), "utf8"))
  .filter((text) => /audit\/record|\baction: /.test(text));

const literal = sources.flatMap((text) =>
  [...text.matchAll(/(?:action: |[?:] )"([a-zA-Z_]+\.[a-zA-Z_]+)"/g)].map(([, action = ""]) => action),
);
/** Made of something: "enrolment.${toState}". */
const made = sources.flatMap((text) =>
  [...text.matchAll(/action: `([^`]+)`/g)].map(([, action = ""]) => action),
);
/** What each of these is made of. A new one that is not here fails. */
const PARTS: Record<string, readonly string[]> = {
  "${kind}.exported": Object.keys(LISTS).map((name) => name.replaceAll("-", "_")),
  "alternative.${toState}": [
    "agreed",
    "credited",
    "declined",
    "handed_in",
    "proposed",
    "sent_back",
    "withdrawn",
  ],
  "application.${to}": [
    ...[
      "submitted",
      "under_review",
      "waitlisted",
      "offered",
      "accepted",
      "declined",
      "rejected",
      "withdrawn",
    ],
    "expired",
  ],
  "check_in.${state}": ["confirmed", "disputed"],
  "correction.${outcome}": ["put_right", "not_changed"],
  "endorsement.${answer.outcome}": ["endorsed", "declined"],
  "enrolment.${toState}": ["active", "deferred", "withdrawn", "completed", "transferred"],
  "impact_report.${done}": ["saved", "submitted"],
};
const actions = [
  ...new Set([
    ...literal,
    ...Object.entries(PARTS).flatMap(([of, parts]) => parts.map((part) => of.replace(/\$\{[^}]+\}/, part))),
  ]),
];

describe("what the audit log calls what was done", () => {
  it("is known here where it is made of parts", () => {
    expect([...new Set(made)].sort()).toEqual(Object.keys(PARTS).sort());
  });

  it("finds them all", () => {
    expect(actions.length).toBeGreaterThan(130);
    // One of each way in which they are written.
    for (const action of ["study.logged", "funding_rule.added", "milestone.excused", "heat_map.exported"])
      expect(actions).toContain(action);
  });

  it.each(actions)("%s", (action) => {
    expect(auditFilters.parse({ action }).action).toBe(action);
    expect(action.length).toBeLessThanOrEqual(60);
    expect(actionInWords(action)).toMatch(/^[a-z]+( [a-z]+)*: [a-z]+( [a-z]+)*$/);
  });
});
