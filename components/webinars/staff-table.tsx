import { TableScroll } from "@/components/ui/table-scroll";
import type { StaffWebinarRow } from "@/lib/webinars/views";
import { WebinarTag } from "./state-tag";

/** Webinars as their staff see them. */
export function StaffWebinarTable({ rows, label }: { rows: StaffWebinarRow[]; label: string }) {
  return (
    <TableScroll label={label}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Webinar</th>
            <th scope="col" className="max-md:hidden">
              When
            </th>
            <th scope="col">State</th>
            <th scope="col" className="num">
              Registered
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, when, state, programme, registered, capacity, hasRecording }) => (
            <tr key={id}>
              <td>
                <a href={`/staff/webinars/${id}`}>{title}</a>
                <small>
                  <span className="md:hidden">{when}. </span>
                  {programme ?? "All programmes"}
                </small>
              </td>
              <td className="max-md:hidden">{when}</td>
              <td>
                <WebinarTag state={state} />
                {state === "over" ? (
                  <small>{hasRecording ? "with recording" : "no recording yet"}</small>
                ) : null}
              </td>
              <td className="num">
                {registered}
                {capacity === null ? null : ` of ${capacity}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
