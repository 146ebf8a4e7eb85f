import { Tag } from "@/components/ui/tag";
import { hoursAndMinutes } from "@/lib/dates";
import type { Register, RegisterMark } from "@/lib/engagement/schema";

const TONES = { present: "done", part: "soon", absent: "late" } as const satisfies Record<
  RegisterMark,
  string
>;

/** Who is expected at an event, and how each is marked. */
export function RegisterTable({ rows }: Pick<Register, "rows">) {
  if (rows.length === 0) return <p className="text-muted">Nobody is expected at this event yet.</p>;
  return (
    <table className="data-table max-w-prose">
      <thead>
        <tr>
          <th scope="col">Expected</th>
          <th scope="col">Register</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ enrolmentId, fullName, workplace, sorry, otherGroup, mark, minutes }) => (
          <tr key={enrolmentId}>
            <th scope="row">
              {fullName}
              <small className="font-normal">
                {workplace}
                {otherGroup ? ` · of ${otherGroup}` : ""}
                {sorry && mark !== null ? " · had said that they cannot come" : ""}
              </small>
            </th>
            <td>
              {mark === null ? (
                <span className="text-muted">{sorry ? "cannot come" : "not marked"}</span>
              ) : (
                <Tag tone={TONES[mark]}>
                  {mark === "part" ? `there for ${hoursAndMinutes(minutes ?? 0)}` : mark}
                </Tag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
