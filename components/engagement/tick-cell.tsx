/** The box of somebody's line: ticked, they are written to. */
export function TickCell({
  enrolmentId,
  fullName,
  ticked,
}: {
  enrolmentId: string;
  fullName: string;
  ticked: boolean;
}) {
  return (
    <td className="no-print">
      <label className="tick">
        <input type="checkbox" name="p" value={enrolmentId} defaultChecked={ticked} />
        <span className="sr-only">Tick {fullName}</span>
      </label>
    </td>
  );
}

/** The heading over the boxes. */
export function TickHeading() {
  return (
    <th scope="col" className="no-print">
      <span className="sr-only">Tick</span>
    </th>
  );
}
