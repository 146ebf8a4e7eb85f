import { FUNDING_SHORT } from "@/lib/applications/schema-choices";
import type { QueueRow } from "@/lib/applications/views";
import { shortDate } from "@/lib/dates";
import { StateTag } from "./state-tag";

/** A page of the queue. */
export function QueueTable({ rows }: { rows: QueueRow[] }) {
  if (rows.length === 0) return <p>No application matches. Change the filters, or show all of them.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard on a phone
    <section className="table-scroll" tabIndex={0} aria-label="Applications">
      <table className="data-table min-w-[56rem]">
        <thead>
          <tr>
            <th scope="col">Applicant</th>
            <th scope="col">State</th>
            <th scope="col">Cohort</th>
            <th scope="col">Who pays</th>
            <th scope="col">Sent</th>
            <th scope="col">Reference</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={`/staff/applications/${row.id}`}>{row.fullName}</a>
                <small>{row.workplace}</small>
              </td>
              <td>
                <StateTag state={row.state} />
                {row.answerBy ? <small>answer by {shortDate(row.answerBy)}</small> : null}
              </td>
              <td>{row.cohortName}</td>
              <td>{row.fundingRoute ? FUNDING_SHORT[row.fundingRoute] : ""}</td>
              <td>
                {row.submittedOn ? shortDate(row.submittedOn) : ""}
                {row.promisedBy ? (
                  <small>
                    {row.late ? (
                      <b className="text-late">late: promised by {shortDate(row.promisedBy)}</b>
                    ) : (
                      `promised by ${shortDate(row.promisedBy)}`
                    )}
                  </small>
                ) : null}
              </td>
              <td>{row.reference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
