import { TableScroll } from "@/components/ui/table-scroll";
import { hoursAndMinutes, shortDate, unbroken } from "@/lib/dates";
import type { StudyModule } from "@/lib/engagement/study-log";
import { fullTitle } from "@/lib/route-map/schema";

/** A module's study: each piece in time order, and how they add up to its hours. */
export function StudyTable({ module }: { module: StudyModule }) {
  const { milestone, pieces, loggedMinutes, countedMinutes } = module;
  const page = `/dashboard/route-map/${milestone.id}`;
  const asked = hoursAndMinutes(milestone.minutes ?? 0);
  const id = `study-${milestone.number}`;
  return (
    <section className="card mb-6" aria-labelledby={id}>
      <h2 id={id}>{fullTitle(milestone)}</h2>
      <p className="mb-4">
        {unbroken(
          loggedMinutes === countedMinutes
            ? `${hoursAndMinutes(loggedMinutes)} of ${asked} logged.`
            : `${hoursAndMinutes(loggedMinutes)} logged; ${hoursAndMinutes(countedMinutes)} of ${asked} counted.`,
        )}
        {loggedMinutes > (milestone.minutes ?? 0) ? " More than is asked is kept and counts no further." : ""}{" "}
        <a className="no-print" href={page}>
          {milestone.state === "upcoming" ? "See when it opens" : pieces.length > 0 ? "Log more" : "Log time"}
          <span className="sr-only">: {fullTitle(milestone)}</span>
        </a>
      </p>
      {pieces.length > 0 ? (
        <TableScroll label={`Pieces of ${fullTitle(milestone)}`}>
          <table className="data-table">
            <caption className="sr-only">Pieces of study, in time order</caption>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col" className="num">
                  Time
                </th>
                <th scope="col" className="num">
                  Sum
                </th>
              </tr>
            </thead>
            <tbody>
              {pieces.map((piece) => (
                <tr key={piece.id}>
                  <th scope="row">
                    {shortDate(piece.happenedOn)}
                    {piece.note ? <small className="whitespace-pre-line">{piece.note}</small> : null}
                    {piece.own && module.correctable ? (
                      <small className="no-print">
                        <a href={`${page}/records/${piece.id}`}>
                          Correct<span className="sr-only"> {shortDate(piece.happenedOn)}</span>
                        </a>
                      </small>
                    ) : null}
                  </th>
                  <td className="num whitespace-nowrap">{hoursAndMinutes(piece.minutes)}</td>
                  <td className="num whitespace-nowrap">{hoursAndMinutes(piece.sum)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      ) : (
        <p className="text-muted">Nothing is logged yet.</p>
      )}
    </section>
  );
}
