import { TableScroll } from "@/components/ui/table-scroll";
import { hoursAndMinutes, longDate, type PlainDate } from "@/lib/dates";
import type { AttendanceStatement } from "@/lib/events/views";

/** What somebody attended, as a sheet for their records. */
export function AttendanceSheet({ statement, today }: { statement: AttendanceStatement; today: PlainDate }) {
  const { fullName, workplace, trn, qualification, cohortName, rows, minutes } = statement;
  return (
    <article className="statement">
      <p className="text-muted">UCL Centre for Educational Leadership</p>
      <h1>Statement of attendance</h1>
      <p>
        {qualification}, {cohortName}
      </p>
      <p className="statement-name">{fullName}</p>
      <p className="mb-6 text-muted">{[workplace, trn && `TRN ${trn}`].filter(Boolean).join(" · ")}</p>
      {rows.length === 0 ? (
        <p>No register has recorded attendance yet.</p>
      ) : (
        <TableScroll label="Attended">
          <table className="data-table table-stack">
            <thead>
              <tr>
                <th scope="col">Attended</th>
                <th scope="col">When and where</th>
                <th scope="col" className="num">
                  Time
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.eventId}>
                  <th scope="row">
                    {row.title}
                    {row.facilitatorName ? (
                      <small className="font-normal">with {row.facilitatorName}</small>
                    ) : null}
                  </th>
                  <td className="whole-line">
                    {row.when}
                    <small>{row.place}</small>
                  </td>
                  <td className="num whitespace-nowrap">{hoursAndMinutes(row.minutes)}</td>
                </tr>
              ))}
            </tbody>
            {rows.length > 1 ? (
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    In all
                  </th>
                  <td className="num whitespace-nowrap">{hoursAndMinutes(minutes)}</td>
                </tr>
              </tfoot>
            ) : null}
          </table>
        </TableScroll>
      )}
      <p className="statement-foot">
        As the registers of these events stand on {longDate(today)}. Times are London time.
      </p>
    </article>
  );
}
