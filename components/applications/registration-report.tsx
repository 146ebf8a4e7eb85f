import { TableScroll } from "@/components/ui/table-scroll";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { UploadReport } from "@/lib/applications/registrations/queries";
import { OUTCOME_TAGS, type Outcome } from "@/lib/applications/schema-registrations";

const TONES: Record<Outcome, TagTone> = {
  matched: "done",
  already: "muted",
  unmatched: "open",
  conflict: "late",
  wrong: "late",
};

/** What became of every line of a list, in the file's order. */
export function ReportTable({ lines }: Pick<UploadReport, "lines">) {
  return (
    <TableScroll label="Lines of the list">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              Line
            </th>
            <th scope="col">Registration</th>
            <th scope="col">What became of it</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, outcome, why, dfeId, name, email, applicationId }) => (
            <tr key={line}>
              <td className="num">{line}</td>
              <th scope="row" className="wrap-anywhere">
                {applicationId ? (
                  <a href={`/staff/applications/${applicationId}`}>{name || dfeId}</a>
                ) : (
                  name || dfeId
                )}
                {email ? <small className="wrap-anywhere font-normal">{email}</small> : null}
                {name && dfeId ? <small className="font-normal max-md:hidden">{dfeId}</small> : null}
              </th>
              <td className="wrap-anywhere">
                <Tag tone={TONES[outcome]}>{OUTCOME_TAGS[outcome]}</Tag>
                <small>{why}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
