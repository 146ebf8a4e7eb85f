import { TableScroll } from "@/components/ui/table-scroll";
import { shortDate } from "@/lib/dates";
import { EXTENT_WORDS, type ReportRow } from "@/lib/mentoring/schema";

/** A cohort's impact reports, each leading to its page. */
export function ReportTable({ rows, home }: { rows: readonly ReportRow[]; home: string }) {
  return (
    <TableScroll label="Impact reports">
      <table className="data-table min-w-[44rem]">
        <thead>
          <tr>
            <th scope="col">Participant</th>
            <th scope="col">Mentor</th>
            <th scope="col">Module</th>
            <th scope="col">Helped to improve</th>
            <th scope="col">Sent in</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`${home}/impact-reports/${row.id}`}>{row.fullName}</a>
                <small>{row.workplace}</small>
              </th>
              <td>
                {row.mentorName}
                <small>{row.mentorJob}</small>
              </td>
              <td>{row.module ?? ""}</td>
              <td>{EXTENT_WORDS[row.extent]}</td>
              <td>{shortDate(row.submittedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
