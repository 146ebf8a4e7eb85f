import { TableScroll } from "@/components/ui/table-scroll";
import { type AuditFilters, type AuditRow, actionInWords, auditAddress } from "@/lib/audit-log/schema";
import { dateTimeInLondon } from "@/lib/dates";

/** Entries of the audit log, the newest first. */
export function AuditTable({ rows, filters }: { rows: readonly AuditRow[]; filters: AuditFilters }) {
  return (
    <TableScroll label="Entries of the log">
      <table className="data-table table-stack audit-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">From what, to what</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="whole-line">{dateTimeInLondon(row.at)}</td>
              <td data-label="Who">
                {row.who ? (
                  <a href={auditAddress(filters, { who: row.who.email })}>{row.who.name || row.who.email}</a>
                ) : (
                  "the portal"
                )}
              </td>
              <td className="whole-line">
                {row.href ? <a href={row.href}>{actionInWords(row.action)}</a> : actionInWords(row.action)}
                {row.subjectName ? <span className="block">{row.subjectName}</span> : null}
                <small>
                  {row.cohortName ? `${row.cohortName} · ` : ""}
                  <a href={auditAddress({ before: undefined }, { subject: row.subjectId })}>all about it</a>
                </small>
              </td>
              <td className="whole-line" data-label="From what, to what">
                <Changes changes={row.changes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Changes({ changes }: Pick<AuditRow, "changes">) {
  if (changes.length === 0) return <span className="text-muted">–</span>;
  return (
    <ul>
      {changes.map(({ name, from, to }) => (
        <li key={name}>
          <span className="text-muted">{name}:</span> {from === null ? null : <del>{from}</del>}
          {from !== null && to !== null ? " → " : ""}
          {to}
        </li>
      ))}
    </ul>
  );
}
