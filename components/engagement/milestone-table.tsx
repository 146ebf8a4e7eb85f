import { Glyph } from "@/components/ui/glyph";
import { TableScroll } from "@/components/ui/table-scroll";
import { dayInLondon, hoursAndMinutes, monthRange, shortDate } from "@/lib/dates";
import type { ParticipantForStaff } from "@/lib/engagement/participant";
import { SOURCE_WORDS, STATE_WORDS } from "@/lib/engagement/schema";

type Milestone = ParticipantForStaff["milestones"][number];
type Entry = ParticipantForStaff["records"][number];

/** A participant's milestones as staff see them: state, time, and each record with who made it, corrected ones too. */
export function MilestoneTable({
  milestones,
  records,
  home,
}: Pick<ParticipantForStaff, "milestones" | "records"> & { home: string }) {
  return (
    <TableScroll label="Milestones and records">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Milestone</th>
            <th scope="col">When</th>
            <th scope="col" className="num">
              Time
            </th>
            <th scope="col">Recorded</th>
          </tr>
        </thead>
        <tbody>
          {milestones.map((milestone) => (
            <Row
              key={milestone.id}
              milestone={milestone}
              href={`${home}/milestones/${milestone.id}`}
              records={records.filter(({ milestoneId }) => milestoneId === milestone.id)}
            />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Row({ milestone, href, records }: { milestone: Milestone; href: string; records: Entry[] }) {
  const { number, title, module, state, minutes, tally, opensOn, closesOn } = milestone;
  const asked = minutes ? hoursAndMinutes(minutes) : "";
  return (
    <tr id={`milestone-${number}`}>
      <td className="whitespace-nowrap">
        <span className="inline-flex items-center gap-2">
          <Glyph state={state} decorative />
          {STATE_WORDS[state]}
        </span>
      </td>
      <th scope="row">
        <a href={href}>{title}</a>
        {tally.required ? null : <small className="font-normal">excused</small>}
        {module ? <small className="font-normal">module {module}</small> : null}
      </th>
      <td>{opensOn && closesOn ? monthRange(opensOn, closesOn) : "no date"}</td>
      <td className="num">
        {tally.minutesRecorded > 0 ? `${hoursAndMinutes(tally.minutesRecorded)} of ${asked}` : asked}
      </td>
      <td>
        {records.map((record) => (
          <div key={record.id} className={record.live ? "mb-1" : "record-old mb-1"}>
            <span className="record-time">{what(record)}</span> on {shortDate(record.happenedOn)}
            <small>
              {by(record)}, {shortDate(dayInLondon(record.recordedAt))}
              {record.carriedFrom ? `; carried over from ${record.carriedFrom}` : ""}
              {record.live ? "" : "; replaced by a later record"}
            </small>
            {record.note ? <small className="whitespace-pre-line">“{record.note}”</small> : null}
          </div>
        ))}
      </td>
    </tr>
  );
}

const by = ({ source, recordedBy }: Entry) =>
  source === "self_recorded"
    ? SOURCE_WORDS[source]
    : [SOURCE_WORDS[source], recordedBy].filter(Boolean).join(", ");

function what({ minutes, source }: Entry): string {
  if (minutes > 0) return hoursAndMinutes(minutes);
  return source === "attendance_register" ? "Absent" : "Taken back";
}
