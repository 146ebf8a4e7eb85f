import { Tag } from "@/components/ui/tag";
import type { BulkActLine } from "@/lib/applications/bulk/views";
import { bulkDone } from "@/lib/applications/schema-bulk-words";
import { dateTimeInLondon } from "@/lib/dates";

/** What was done with many applications before, the latest first. */
export function BulkActs({ lines }: { lines: BulkActLine[] }) {
  return (
    <section aria-labelledby="before">
      <h2 id="before" className="mb-3">
        Done before
      </h2>
      {lines.length === 0 ? (
        <p>Nothing yet. Tick applications in the list, and choose what to do with them.</p>
      ) : (
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="max-md:hidden">
                Cohort
              </th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td>
                  <a href={`/staff/applications/bulk/${line.id}`}>{bulkDone(line, line.done)}</a>
                  {line.left > 0 ? <small>{line.left} left as they were</small> : null}
                  {line.finished ? null : <Tag tone="soon">not finished</Tag>}
                  <small className="md:hidden">{line.cohortName}</small>
                </td>
                <td className="max-md:hidden">{line.cohortName}</td>
                <td>
                  {line.by}
                  <small>{dateTimeInLondon(line.at)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
