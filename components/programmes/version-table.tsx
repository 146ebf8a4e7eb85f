import { TableScroll } from "@/components/ui/table-scroll";

type Row = { number: number; by: string; at: string; note: string };

/** Every prospectus that was public, the newest first. */
export function VersionTable({ slug, versions }: { slug: string; versions: readonly Row[] }) {
  return (
    <TableScroll label="Versions">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Published</th>
            <th scope="col">By</th>
            <th scope="col">What for</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ number, by, at, note }, index) => (
            <tr key={number}>
              <th scope="row">
                <a href={`/staff/programmes/${slug}/versions/${number}`}>Version {number}</a>
                {index === 0 ? <span className="small"> public now</span> : null}
              </th>
              <td>{at}</td>
              <td>{by}</td>
              <td>{note || <span className="text-muted">No note</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
