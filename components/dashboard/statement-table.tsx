import { TableScroll } from "@/components/ui/table-scroll";
import { hoursAndMinutes, shortDate } from "@/lib/dates";
import type { StatementItem } from "@/lib/engagement/statement";
import { fullTitle } from "@/lib/route-map/schema";

/** What has been done of the route map: the item, when it became complete, and what it counts for. */
export function StatementTable({ items }: { items: readonly StatementItem[] }) {
  return (
    <TableScroll label="What has been done">
      <table className="data-table table-stack">
        <caption className="sr-only">What counts towards engagement and has been done</caption>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Completed</th>
            <th scope="col" className="num">
              Counts for
            </th>
            <th scope="col" className="num">
              Of
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ milestone, completedOn, countedMinutes }) => (
            <tr key={milestone.id}>
              <th scope="row">{fullTitle(milestone)}</th>
              <td data-label="Completed">
                <span className="whitespace-nowrap">{completedOn ? shortDate(completedOn) : "in part"}</span>
                {milestone.tally.credited ? ", by an alternative activity" : ""}
              </td>
              <td className="num" data-label="Counts for">
                {hoursAndMinutes(countedMinutes)}
              </td>
              <td className="num" data-label="Of">
                {hoursAndMinutes(milestone.minutes ?? 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
