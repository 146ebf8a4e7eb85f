import { TableScroll } from "@/components/ui/table-scroll";
import type { GroupReport, Mixture } from "@/lib/peer-groups/report";

/** The groups of a plan, each with its people and its mix of trusts, regions and phases. */
export function PlanTable({ groups }: { groups: readonly GroupReport[] }) {
  return (
    <TableScroll label="The groups of the plan">
      <table className="data-table min-w-[60rem]">
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col">People</th>
            <th scope="col">Trusts</th>
            <th scope="col">Regions</th>
            <th scope="col">Phases</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, members, mix }) => (
            <tr key={name} className="align-top">
              <th scope="row">
                {name}
                <small className="font-normal">
                  {members.length === 1 ? "1 person" : `${members.length} people`}
                </small>
              </th>
              <td>
                <ul>
                  {members.map(({ id, name: person, schoolName }) => (
                    <li key={id}>
                      {person} <span className="text-muted">· {schoolName}</span>
                    </li>
                  ))}
                </ul>
              </td>
              {[mix.trust, mix.region, mix.phase].map((mixture, at) => (
                <td key={QUALITIES[at]}>
                  <Mix mixture={mixture} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const QUALITIES = ["trust", "region", "phase"];

function Mix({ mixture }: { mixture: readonly Mixture[] }) {
  return (
    <ul>
      {mixture.map(({ value, count }) => (
        <li key={value}>
          <b>{count}</b> {value}
        </li>
      ))}
    </ul>
  );
}
