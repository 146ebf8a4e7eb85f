import type { ListRow } from "@/lib/funding/staff-queries";

/** The lists with how many schools and trusts are on each. */
export function ListTable({ lists }: { lists: readonly ListRow[] }) {
  if (lists.length === 0) return <p className="text-muted">There is no list yet.</p>;
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">List</th>
          <th scope="col" className="num">
            Today
          </th>
          <th scope="col" className="num">
            In all
          </th>
        </tr>
      </thead>
      <tbody>
        {lists.map(({ name, today, all }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num">{today.toLocaleString("en-GB")}</td>
            <td className="num">{all.toLocaleString("en-GB")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
