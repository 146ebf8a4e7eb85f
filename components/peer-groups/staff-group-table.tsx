import { TableScroll } from "@/components/ui/table-scroll";
import type { StaffGroupRow } from "@/lib/peer-groups/views";

/** Groups with who facilitates them and when they meet next. */
export function StaffGroupTable({ label, groups }: { label: string; groups: readonly StaffGroupRow[] }) {
  return (
    <TableScroll label={label}>
      <table className="data-table table-stack min-[561px]:min-w-[44rem]">
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col">Cohort</th>
            <th scope="col">Members</th>
            <th scope="col">Facilitator</th>
            <th scope="col">Next session</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, cohortName, members, facilitatorName, next }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/staff/groups/${id}`}>{name}</a>
              </th>
              <td data-label="Cohort">{cohortName}</td>
              <td data-label="Members">{members}</td>
              <td data-label="Facilitator">
                {facilitatorName ?? <span className="text-muted">nobody yet</span>}
              </td>
              <td data-label="Next session">{next ?? <span className="text-muted">none planned</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
