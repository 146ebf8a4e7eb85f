import { TableScroll } from "@/components/ui/table-scroll";
import { hoursAndMinutes } from "@/lib/dates";
import { MODE_WORDS, type TemplateItem } from "@/lib/route-map/schema";
import { whatItIs } from "./table-rows";

/** A template's items, to be read. */
export function TemplateTable({ items }: { items: readonly TemplateItem[] }) {
  return (
    <TableScroll label="Items of the template">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Months</th>
            <th scope="col" className="num">
              Time
            </th>
            <th scope="col">How</th>
            <th scope="col">Counts</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.number}>
              <th scope="row">
                {item.number}. {item.title}
                <small className="font-normal">{whatItIs(item)}</small>
              </th>
              <td>{item.opensMonth === null ? "no date" : `${item.opensMonth} to ${item.closesMonth}`}</td>
              <td className="num">{item.minutes ? hoursAndMinutes(item.minutes) : ""}</td>
              <td>{item.mode ? MODE_WORDS[item.mode] : ""}</td>
              <td>{item.counts ? "yes" : "no"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
