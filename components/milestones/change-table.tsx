import { TableScroll } from "@/components/ui/table-scroll";
import type { RouteMapChanges } from "@/lib/route-map/changes";
import { whatItIs } from "./table-rows";
import { FIELD_WORDS } from "./words";

/** What a plan changes, item by item: from what, to what. */
export function ChangeTable({ changes: { changed, added, removed } }: { changes: RouteMapChanges }) {
  return (
    <TableScroll label="What changes">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">What changes</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ item, before, fields }) => (
            <tr key={item.number}>
              <th scope="row">
                {item.number}. {before.title}
                <small className="font-normal">{whatItIs(item)}</small>
              </th>
              <td>
                {fields.map(({ field, from, to }) => (
                  <p key={field}>
                    {FIELD_WORDS[field]}: {from} → <b>{to}</b>
                  </p>
                ))}
              </td>
            </tr>
          ))}
          {added.map((item) => (
            <tr key={`new ${item.number}`}>
              <th scope="row">
                {item.number}. {item.title}
                <small className="font-normal">{whatItIs(item)}</small>
              </th>
              <td>new</td>
            </tr>
          ))}
          {removed.map((item) => (
            <tr key={`gone ${item.number}`}>
              <th scope="row">
                {item.number}. {item.title}
                <small className="font-normal">{whatItIs(item)}</small>
              </th>
              <td>removed</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
