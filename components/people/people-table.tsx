import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { dateTimeInLondon } from "@/lib/dates";
import type { PersonRow } from "@/lib/people/views";
import { roleInWords } from "./role-words";

/** People with their roles; the name leads to the person's page. */
export function PeopleTable({ rows }: { rows: PersonRow[] }) {
  return (
    <TableScroll label="People">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Roles</th>
            <th scope="col" className="max-md:hidden">
              Last here
            </th>
            <th scope="col" className="max-md:hidden">
              Second factor
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, email, ended, roles, lastSeenAt, hasFactor }) => (
            <tr key={id}>
              <td className="wrap-anywhere">
                <a href={`/staff/people/${id}`}>{name || email}</a>
                {name ? (
                  <small>
                    {email.split("@")[0]}
                    <wbr />@{email.split("@")[1]}
                  </small>
                ) : null}
              </td>
              <td>
                {ended ? <Tag tone="muted">access ended</Tag> : null}
                {roles.map(({ role, cohort }) => (
                  <span key={`${role} ${cohort}`} className="block">
                    {roleInWords(role)}
                    {cohort ? `, ${cohort}` : ""}
                  </span>
                ))}
                {!ended && roles.length === 0 ? <span className="text-muted">none</span> : null}
              </td>
              <td className="max-md:hidden">{lastSeenAt ? dateTimeInLondon(lastSeenAt) : "not signed in"}</td>
              <td className="max-md:hidden">
                {roles.length === 0 ? null : hasFactor ? (
                  <Tag tone="done">on</Tag>
                ) : (
                  <Tag tone="soon">not set up</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
