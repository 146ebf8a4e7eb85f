import { TableScroll } from "@/components/ui/table-scroll";
import type { UploadRow } from "@/lib/applications/registrations/queries";

/** DfE's lists as they were imported, the latest first. */
export function UploadTable({ home, uploads }: { home: string; uploads: UploadRow[] }) {
  return (
    <TableScroll label="Earlier lists">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" className="max-md:hidden">
              Imported
            </th>
            <th scope="col" className="num">
              Lines
            </th>
            <th scope="col" className="num">
              Matched
            </th>
            <th scope="col" className="num max-md:hidden">
              Need a look
            </th>
          </tr>
        </thead>
        <tbody>
          {uploads.map(({ id, fileName, by, at, rowCount, counts }) => (
            <tr key={id}>
              <th scope="row">
                <a className="wrap-anywhere" href={`${home}/${id}`}>
                  {fileName}
                </a>
                <small className="font-normal md:hidden">
                  {at}, {by}
                </small>
              </th>
              <td className="max-md:hidden">
                {at}
                <small>{by}</small>
              </td>
              <td className="num">{rowCount}</td>
              <td className="num">{counts.matched}</td>
              <td className="num max-md:hidden">{counts.conflict + counts.wrong}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
