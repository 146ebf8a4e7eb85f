import type { ReactNode } from "react";
import { dateTimeInLondon, hoursAndMinutes, shortDate } from "@/lib/dates";
import { type RecordView, SOURCE_WORDS } from "@/lib/engagement/schema";

/**
 * What is recorded of one item and by whom, newest first. A record that was corrected stays, marked as such.
 * `milestoneId`: it is the viewer's own, with links to correct what they recorded.
 */
export function RecordList({
  records,
  milestoneId,
  children,
}: {
  records: readonly RecordView[];
  milestoneId?: string;
  /** What belongs below: corrections. */
  children?: ReactNode;
}) {
  return (
    <section className="card" aria-labelledby="records">
      <h2 id="records">Recorded so far</h2>
      {records.length === 0 ? <p className="text-muted">Nothing yet.</p> : null}
      <ul className="stack-list">
        {records.map((record) => (
          <li key={record.id} className={record.live ? undefined : "record-old"}>
            <p>
              <span className="record-time">{what(record)}</span> on {shortDate(record.happenedOn)}
              {record.live ? "" : " · replaced by a later record"}
            </p>
            {record.note ? <p className="whitespace-pre-line">{record.note}</p> : null}
            <p className="text-muted">
              <small>
                {by(record, milestoneId !== undefined)}, {dateTimeInLondon(record.recordedAt)}
                {record.carriedFrom ? `; carried over from ${record.carriedFrom}` : ""}
              </small>
            </p>
            {record.correctable && milestoneId ? (
              <a
                className="no-print inline-block py-0.5"
                href={`/dashboard/route-map/${milestoneId}/records/${record.id}`}
              >
                {record.completes ? "Take this back" : "Correct this"}
                <span className="sr-only">: {what(record)}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

const by = ({ source, recordedBy }: RecordView, own: boolean) =>
  own && source === "self_recorded"
    ? "recorded by you"
    : [SOURCE_WORDS[source], recordedBy].filter(Boolean).join(", ");

function what({ minutes, completes, source }: RecordView): string {
  if (minutes === 0) return source === "attendance_register" ? "Absent" : "Taken back";
  if (source === "attendance_register")
    return completes ? `Present, ${hoursAndMinutes(minutes)}` : `There for ${hoursAndMinutes(minutes)} of it`;
  return completes ? `Done, ${hoursAndMinutes(minutes)}` : hoursAndMinutes(minutes);
}
