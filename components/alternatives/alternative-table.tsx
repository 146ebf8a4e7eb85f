import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { type AlternativeRow, STATE_WORDS } from "@/lib/alternatives/schema";
import { hoursAndMinutes, shortDate } from "@/lib/dates";
import { fullTitle } from "@/lib/route-map/schema";
import { STATE_TONES } from "./tones";

/** Staff's list of alternative activities. */
export function AlternativeTable({ rows }: { rows: readonly AlternativeRow[] }) {
  return (
    <TableScroll label="Alternative activities">
      <table className="data-table table-stack">
        <caption className="sr-only">Alternative activities</caption>
        <thead>
          <tr>
            <th scope="col">Participant</th>
            <th scope="col">Activity</th>
            <th scope="col">In place of</th>
            <th scope="col">Counts for</th>
            <th scope="col">State</th>
            <th scope="col">Since</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`/staff/alternatives/${row.id}`}>{row.fullName}</a>
                <small>{row.cohortName}</small>
              </th>
              <td className="whole-line">{row.title}</td>
              <td data-label="In place of">{fullTitle({ title: row.milestoneTitle, module: row.module })}</td>
              <td className="whitespace-nowrap" data-label="Counts for">
                {hoursAndMinutes(row.minutes)}
              </td>
              <td data-label="State">
                <Tag tone={STATE_TONES[row.state]}>{STATE_WORDS[row.state]}</Tag>
              </td>
              <td className="whitespace-nowrap" data-label="Since">
                {shortDate(row.since)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
