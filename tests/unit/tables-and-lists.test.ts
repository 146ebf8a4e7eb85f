import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { listsFound } from "../support/matrix-scan";

/** Every table that staff see leaves the portal as a file, or it says here why it does not. */

const ROOT = resolve(import.meta.dirname, "../..");

/** The file that draws a table → the names of its lists, or in words why there is none. */
const TABLES: Record<string, readonly string[] | string> = {
  "app/staff/cohorts/[cohort]/nudges/page.tsx": ["nudges"],
  "app/staff/events/[id]/sign-in-sheet/page.tsx": "to be printed and signed; the people are in attendees",
  "app/staff/funding/lists/[upload]/page.tsx": ["funding-entries"],
  "components/alternatives/alternative-table.tsx": ["alternatives"],
  "components/alternatives/option-table.tsx": ["alternative-options"],
  "components/applications/bulk-acts.tsx": ["bulk-acts"],
  "components/applications/bulk-table.tsx": ["bulk-result"],
  "components/applications/equality-tables.tsx": ["equality"],
  "components/applications/queue-table.tsx": ["applications"],
  "components/applications/registration-report.tsx": ["registrations"],
  "components/applications/registration-uploads.tsx": ["registration-lists"],
  "components/applications/reviews-table.tsx": "the marks of one application, on its own page",
  "components/audit-log/audit-table.tsx": ["audit-log"],
  "components/corrections/correction-table.tsx": ["corrections"],
  "components/dashboard/statement-table.tsx": "a participant's own statement, printed",
  "components/dashboard/study-table.tsx": "a participant's own study",
  "components/engagement/alert-table.tsx": ["alerts"],
  "components/engagement/cohort-table.tsx": ["cohorts"],
  "components/engagement/engagement-table.tsx": ["participants"],
  "components/engagement/heat-map-counts.tsx": ["heat-map"],
  "components/engagement/heat-map.tsx": ["heat-map"],
  "components/engagement/milestone-table.tsx":
    "one participant's milestones, in their file; everybody's are in heat-map",
  "components/engagement/nudge-template-table.tsx": ["letter-templates"],
  "components/enquiries/enquiry-table.tsx": ["enquiries"],
  "components/evaluations/evaluation-table.tsx":
    "what is asked, a module a row; what was answered is in evaluations",
  "components/events/attendance-statement.tsx": "a participant's own statement, printed",
  "components/events/needs-table.tsx": ["needs", "event-needs"],
  "components/events/place-tables.tsx": ["places"],
  "components/funding/list-table.tsx": ["funding-entries"],
  "components/funding/upload-report.tsx": "what is wrong with a file that was not taken: gone with the page",
  "components/learning-audits/cohort-averages.tsx": ["audit-averages"],
  "components/learning-audits/compare-table.tsx": "one participant's own answers",
  "components/mentoring/mentor-table.tsx": ["mentors"],
  "components/mentoring/report-table.tsx": ["impact-reports"],
  "components/milestones/change-table.tsx": "what a change will do, before it is confirmed",
  "components/milestones/milestone-fields.tsx": ["milestones", "template"],
  "components/milestones/template-table.tsx": ["template"],
  "components/peer-groups/attendance-table.tsx": ["group-attendance"],
  "components/peer-groups/plan-table.tsx": "groups that are only proposed; those that are made are in groups",
  "components/peer-groups/staff-group-table.tsx": ["staff-groups"],
  "components/people/people-table.tsx": ["people"],
  "components/programmes/version-table.tsx": ["versions"],
  "components/prospectus/hours-table.tsx": "the public prospectus",
  "components/prospectus/key-dates.tsx": "the public prospectus",
  "components/registers/import-report.tsx": "what a file would record, before it is confirmed",
  "components/registers/register-table.tsx": ["attendees", "attendance"],
  "components/registers/staff-event-table.tsx": ["events"],
  "components/webinars/registered-table.tsx": ["webinar-registrations"],
  "components/webinars/staff-table.tsx": ["webinars"],
};
/** Lists of pages that show them otherwise than in a table. */
const WITHOUT_TABLE: Record<string, string> = {
  contacts: "the log of a participant's contacts",
  evaluations: "what a cohort's evaluations come to, as bars and words",
  groups: "a cohort's groups, as cards",
  seats: "a cohort's places, as lists",
};

const files = ["app/staff", "components"]
  .flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: "utf8" }).map((path) => `${top}/${path}`),
  )
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".tsx"));
const source = (path: string) => readFileSync(join(ROOT, path), "utf8");

describe("tables and lists", () => {
  const exported = new Set([
    ...Object.values(TABLES).flatMap((lists) => (typeof lists === "string" ? [] : lists)),
    ...Object.keys(WITHOUT_TABLE),
  ]);

  it("names every table", () => {
    const drawn = files.filter((path) => /<table\b/.test(source(path)));
    expect(drawn.sort()).toEqual(Object.keys(TABLES).sort());
  });

  it("knows every list, and no other", () => {
    expect([...exported].sort()).toEqual(listsFound().sort());
  });

  it("offers every list on a page of staff's", () => {
    const offered = files
      .map(source)
      .flatMap((text) =>
        [...text.matchAll(/<TakeOut\s+list="([a-z-]+)"|\/staff\/lists\/([a-z-]+)\.\$\{/g)].map(
          ([, list, plain]) => list ?? plain,
        ),
      );
    expect([...new Set(offered)].sort()).toEqual([...exported].sort());
  });
});
