import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import type { RegisteredRow } from "@/lib/webinars/views";

/** Who registered, those who gave their place up last. */
export function RegisteredTable({ rows }: { rows: RegisteredRow[] }) {
  return (
    <TableScroll label="Registrations">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className="max-md:hidden">
              Registered
            </th>
            <th scope="col">Place</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, email, registeredAt, givenUpAt, remindedAt }) => (
            <tr key={id}>
              <td className="wrap-anywhere">
                {name}
                <small>
                  {email.split("@")[0]}
                  <wbr />@{email.split("@")[1]}
                </small>
              </td>
              <td className="max-md:hidden">{registeredAt}</td>
              <td>
                {givenUpAt ? <Tag tone="muted">given up</Tag> : <Tag tone="done">has one</Tag>}
                <small>{givenUpAt ?? (remindedAt ? `reminded ${remindedAt}` : null)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
