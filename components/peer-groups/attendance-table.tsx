import { AttendedTag } from "@/components/peer-groups/attended-tag";
import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { dayAndMonth } from "@/lib/dates";
import type { StaffGroupPage } from "@/lib/peer-groups/views";

/** A group's people by its sessions, with the mark of each. */
export function AttendanceTable({ members, sessions }: Pick<StaffGroupPage, "members" | "sessions">) {
  if (members.length === 0) return <p className="text-muted">Nobody is in this group yet.</p>;
  return (
    <TableScroll label="Members and attendance">
      <table className="data-table mark-table">
        <thead>
          <tr>
            <th scope="col">Member</th>
            {sessions.map(({ id, title, day }) => (
              <th scope="col" key={id}>
                <a href={`/staff/events/${id}`}>{title}</a>
                <small className="font-normal">{dayAndMonth(day)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ enrolmentId, fullName, jobTitle, workplace, marks }) => (
            <tr key={enrolmentId}>
              <th scope="row">
                {fullName}
                <small className="font-normal">
                  {jobTitle}, {workplace}
                </small>
              </th>
              {sessions.map(({ id }) => (
                <td key={id}>
                  <Mark mark={marks[id] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Mark({ mark }: { mark: StaffGroupPage["members"][number]["marks"][string] }) {
  if (mark === null) return <span className="text-muted">–</span>;
  return mark === "sorry" ? <Tag tone="muted">cannot come</Tag> : <AttendedTag attended={mark} />;
}
