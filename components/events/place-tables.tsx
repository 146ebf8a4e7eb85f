import { TableScroll } from "@/components/ui/table-scroll";
import type { PlaceRow, StaffEventDetail } from "@/lib/events/views";

/** Those who hold a place, or those who wait, in order. */
export function PlaceTable({
  id,
  title,
  rows,
  eventId,
  changeable,
}: {
  id: "held" | "waiting";
  title: string;
  rows: readonly PlaceRow[];
  eventId: string;
  changeable: boolean;
}) {
  const waits = id === "waiting";
  return (
    <section className="mb-8" aria-labelledby={id}>
      <h2 id={id} className="mb-3">
        {title} ({rows.length})
      </h2>
      {rows.length === 0 ? <p className="text-muted">{waits ? "Nobody waits." : "Nobody yet."}</p> : null}
      {rows.length > 0 ? (
        <TableScroll label={title}>
          <table className="data-table min-w-[40rem]">
            <thead>
              <tr>
                {waits ? <th scope="col">Turn</th> : null}
                <th scope="col">Participant</th>
                <th scope="col">Since</th>
                {changeable ? <th scope="col">Change</th> : null}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.placeId}>
                  {waits ? <td>{row.turn}</td> : null}
                  <th scope="row">
                    {row.fullName}
                    <small className="font-normal">{about(row)}</small>
                  </th>
                  <td>{row.since}</td>
                  {changeable ? (
                    <td>
                      <a href={`/staff/events/${eventId}/places/${row.placeId}`}>
                        {waits ? "Move or remove" : "Take back"}
                        <span className="sr-only"> {row.fullName}</span>
                      </a>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      ) : null}
    </section>
  );
}

const about = ({ workplace, elsewhere, active }: PlaceRow) =>
  [workplace, elsewhere ? `has a place in ${elsewhere}` : "", active ? "" : "not active any more"]
    .filter(Boolean)
    .join(" · ");

/** Active participants who hold no place at any of the milestone's events. */
export function UnchosenTable({ rows }: { rows: StaffEventDetail["unchosen"] }) {
  return (
    <section className="mb-8" aria-labelledby="unchosen">
      <h2 id="unchosen" className="mb-3">
        Have not chosen ({rows.length})
      </h2>
      {rows.length === 0 ? (
        <p className="text-muted">Everybody in the cohort has a place at one of these events.</p>
      ) : (
        <ul className="stack-list unchosen-list">
          {rows.map(({ enrolmentId, fullName, workplace, waitsFor }) => (
            <li key={enrolmentId}>
              {fullName}
              <span className="block text-[0.94rem] text-muted">
                {[workplace, waitsFor ? `waits for ${waitsFor}` : ""].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
