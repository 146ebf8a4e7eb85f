import { Card } from "@/components/ui/card";
import { dayAndMonth } from "@/lib/dates";
import type { Change } from "@/lib/engagement/schema";
import { fullTitle } from "@/lib/route-map/schema";
import { changeSentence } from "./change-sentence";

/** What others did last, newest first, with what is new marked; all of it is a page of its own. */
export function ChangesList({ changes, cohortId }: { changes: readonly Change[]; cohortId: string }) {
  return (
    <Card labelledBy="changes">
      <h2 id="changes">What changed</h2>
      {changes.length === 0 ? (
        <p className="text-muted">
          Nothing yet. Attendance, check-ins, answers and what staff enter for you will be listed here.
        </p>
      ) : (
        <>
          <ChangeLines changes={changes} />
          <p className="mt-3">
            <a href={`/dashboard/changes?cohort=${cohortId}`}>
              {changes.some((change) => change.new) ? "See all, and mark them as seen" : "See all"}
            </a>
          </p>
        </>
      )}
    </Card>
  );
}

/** Changes as lines: the day, of what, and what was done. */
export function ChangeLines({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="stack-list dated-list">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.id}`}>
          <time dateTime={change.day}>{dayAndMonth(change.day)}</time>
          <div>
            <Title {...change} />
            <small>{changeSentence(change)}</small>
          </div>
          {change.new ? <b className="change-new">new</b> : null}
        </li>
      ))}
    </ul>
  );
}

const OF_WHAT: Partial<Record<Change["kind"], string>> = {
  status: "Your place",
  group: "Your peer learning group",
};

function Title({ kind, milestoneId, title, module }: Change) {
  if (!milestoneId || !title) return <span>{OF_WHAT[kind]}</span>;
  const page = kind === "alternative" ? "/alternative" : "";
  return <a href={`/dashboard/route-map/${milestoneId}${page}`}>{fullTitle({ title, module })}</a>;
}
