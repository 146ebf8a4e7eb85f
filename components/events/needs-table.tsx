import { TableScroll } from "@/components/ui/table-scroll";
export type NeedsTableRow = {
  id: string;
  fullName: string;
  residential?: string | null;
  access: string;
  dietary: string;
};

/** What people need, to be read on a screen or printed for the venue. With `withPlace`, where they asked to come. */
export function NeedsTable({
  name,
  rows,
  withPlace = false,
}: {
  name: string;
  rows: readonly NeedsTableRow[];
  withPlace?: boolean;
}) {
  return (
    <TableScroll label={name}>
      <table className="data-table venue-list min-w-[40rem]">
        <thead>
          <tr>
            <th scope="col">Participant</th>
            {withPlace ? <th scope="col">Residential</th> : null}
            <th scope="col">Access</th>
            <th scope="col">Food</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, fullName, residential, access, dietary }) => (
            <tr key={id}>
              <th scope="row">{fullName}</th>
              {withPlace ? <td>{residential}</td> : null}
              <td className="whitespace-pre-line wrap-anywhere">{access}</td>
              <td className="whitespace-pre-line wrap-anywhere">{dietary}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
