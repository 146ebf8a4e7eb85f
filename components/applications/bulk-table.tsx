import type { ReactNode } from "react";
import type { BulkPreview, BulkRow } from "@/lib/applications/bulk/views";
import { StateTag } from "./state-tag";

type Row = Omit<BulkRow, "version">;

/** Applications with something said of each. On a phone two columns carry everything. */
export function BulkTable<R extends Row>({
  caption,
  rows,
  heading,
  said,
}: {
  caption: string;
  rows: R[];
  heading: string;
  said: (row: R) => ReactNode;
}) {
  return (
    <table className="data-table queue-table bulk-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Applicant</th>
          <th scope="col" className="wide">
            Workplace
          </th>
          <th scope="col" className="wide">
            State
          </th>
          <th scope="col">{heading}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.href ? <a href={row.href}>{row.name}</a> : row.name}
              <small>{row.reference}</small>
              <span className="narrow">
                {row.workplace ? <small>{row.workplace}</small> : null}
                <StateTag state={row.state} />
              </span>
            </th>
            <td className="wide">{row.workplace || "–"}</td>
            <td className="wide">
              <StateTag state={row.state} />
            </td>
            <td>{said(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** To whom it will be done. */
export function BulkRows({ rows }: { rows: BulkPreview["rows"] }) {
  if (rows.length === 0)
    return <p className="mb-6">There is nobody to whom this can be done. Why is said below.</p>;
  const caption = `${rows.length} ${rows.length === 1 ? "application" : "applications"}`;
  return <BulkTable caption={caption} rows={rows} heading="What happens" said={({ what }) => what} />;
}

/** To whom it will not. */
export function BulkLeft({ left }: { left: BulkPreview["left"] }) {
  if (left.length === 0) return null;
  const caption = `Left out: ${left.length}`;
  return (
    <div className="mt-7">
      <BulkTable caption={caption} rows={left} heading="Why nothing happens" said={({ why }) => why} />
    </div>
  );
}
