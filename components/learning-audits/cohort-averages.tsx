import { TableScroll } from "@/components/ui/table-scroll";
import type { CohortArea } from "@/lib/learning-audits/schema";
import { Dumbbells } from "./dumbbells";

/** A cohort's averages of one module: as a picture and as a table. */
export function CohortAverages({
  title,
  id,
  areas,
}: {
  title: string;
  id: string;
  areas: readonly CohortArea[];
}) {
  return (
    <section className="mb-9" aria-labelledby={id}>
      <h2 id={id} className="mb-3">
        {title}
      </h2>
      <div className="card mb-4">
        <Dumbbells
          rows={areas.map(({ before, after, ...area }) => ({
            ...area,
            before: before?.average ?? null,
            after: after?.average ?? null,
          }))}
          label={`${title}: the cohort’s averages before and after. The table below has all of it.`}
          words={{ before: "Audit, average", after: "Review, average" }}
        />
      </div>
      <TableScroll label={`${title}, averages`}>
        <table className="data-table table-stack">
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col" className="num">
                Audit
              </th>
              <th scope="col" className="num">
                Review
              </th>
              <th scope="col" className="num">
                Change
              </th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({ key, title: area, before, after }) => (
              <tr key={key}>
                <th scope="row">{area}</th>
                <Average label="Audit" of={before} />
                <Average label="Review" of={after} />
                <td className="num" data-label="Change">
                  {before && after ? change(after.average - before.average) : "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Average({ label, of }: { label: string; of: CohortArea["before"] }) {
  return (
    <td className="num" data-label={label}>
      {of ? of.average.toFixed(1) : <span className="text-muted">fewer than five</span>}
      {of ? <small>{of.people} people</small> : null}
    </td>
  );
}

function change(by: number): string {
  const figure = Math.abs(by).toFixed(1);
  return figure === "0.0" ? figure : `${by > 0 ? "+" : "−"}${figure}`;
}
