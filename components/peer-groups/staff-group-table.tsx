import type { StaffGroupRow } from "@/lib/peer-groups/views";

/** Groups with who facilitates them and when they meet next. */
export function StaffGroupTable({ groups }: { groups: readonly StaffGroupRow[] }) {
  return (
    <div className="table-scroll">
      <table className="data-table min-w-[44rem]">
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
              <td>{cohortName}</td>
              <td>{members}</td>
              <td>{facilitatorName ?? <span className="text-muted">nobody yet</span>}</td>
              <td>{next ?? <span className="text-muted">none planned</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
