import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import type { Option } from "@/lib/alternatives/schema";
import { hoursAndMinutes } from "@/lib/dates";
import { KIND_WORDS } from "@/lib/route-map/schema";

/** The programme's list for those who edit it, by kind of item. */
export function OptionTable({ options, list }: { options: readonly Option[]; list: string }) {
  return (
    <TableScroll label="Alternative activities on offer">
      <table className="data-table table-stack">
        <caption className="sr-only">Alternative activities on offer</caption>
        <thead>
          <tr>
            <th scope="col">In place of</th>
            <th scope="col">Activity</th>
            <th scope="col">Counts for</th>
            <th scope="col">Offered</th>
          </tr>
        </thead>
        <tbody>
          {options.map(({ id, kind, title, description, minutes, offered }) => (
            <tr key={id}>
              <td data-label="In place of">{KIND_WORDS[kind]}</td>
              <th scope="row">
                <a href={`${list}/${id}`}>{title}</a>
                <small>{description}</small>
              </th>
              <td className="whitespace-nowrap" data-label="Counts for">
                {hoursAndMinutes(minutes)}
              </td>
              <td data-label="Offered">
                {offered ? <Tag tone="done">offered</Tag> : <Tag tone="muted">not any more</Tag>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
