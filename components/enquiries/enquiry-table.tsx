import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import type { EnquiryRow } from "@/lib/enquiries/views";
import { EnquiryTag } from "./state-tag";

/** A page of the queue: who asked what, and how long there is. A phone has the two columns that decide. */
export function EnquiryTable({ rows }: { rows: EnquiryRow[] }) {
  return (
    <TableScroll label="Enquiries">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">From</th>
            <th scope="col" className="max-md:hidden">
              Question
            </th>
            <th scope="col" className="max-lg:hidden">
              About
            </th>
            <th scope="col" className="max-lg:hidden">
              Asked
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="lg:whitespace-nowrap">
                <Standing row={row} />
              </td>
              <td>
                <a href={`/staff/enquiries/${row.id}`}>{row.name}</a>
                <small className="wrap-anywhere max-md:hidden">{row.email}</small>
                <p className="wrap-anywhere md:hidden">{row.extract}</p>
              </td>
              <td className="max-w-[34rem] wrap-anywhere max-md:hidden">{row.extract}</td>
              <td className="max-lg:hidden">{row.programme ?? "–"}</td>
              <td className="whitespace-nowrap max-lg:hidden">
                {row.askedAt}
                <small>{row.reference}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** How it stands, with the time that matters in that state. */
function Standing({ row }: { row: EnquiryRow }) {
  if (row.due) {
    return (
      <>
        <Tag tone={row.due.tone}>{row.due.words}</Tag>
        <small>by {row.dueAt}</small>
      </>
    );
  }
  return (
    <>
      <EnquiryTag state={row.state} />
      {row.answeredAt ? (
        <small>
          {row.answeredAt}, {row.late ? <b className="text-late">{row.late}</b> : "in time"}
        </small>
      ) : (
        <small className="max-w-40 whitespace-normal">{row.setAside}</small>
      )}
    </>
  );
}
