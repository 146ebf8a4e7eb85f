import type { EqualityTotals } from "@/lib/applications/equality-totals";

/** A small table for each equality question. */
export function EqualityTables({ totals }: { totals: EqualityTotals }) {
  return (
    <div className="grid gap-8 md:grid-cols-2">
      {totals.map(({ question, legend, rows, total }) => (
        <table key={question} className="data-table self-start">
          <caption>{legend}</caption>
          <thead>
            <tr>
              <th scope="col">Answer</th>
              <th scope="col" className="num">
                Applicants
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, count }) => (
              <tr key={label}>
                <th scope="row" className="font-normal">
                  {label}
                </th>
                <td className="num">{count ?? <span className="text-muted">hidden</span>}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All who gave an answer</th>
              <td className="num">{total ?? <span className="text-muted">hidden</span>}</td>
            </tr>
          </tfoot>
        </table>
      ))}
    </div>
  );
}
