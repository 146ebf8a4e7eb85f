import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { ReviewDesk } from "@/lib/applications/views-review";
import { dayInLondon, longDate } from "@/lib/dates";

/** Who has declared that they know the applicant, and the way to declare it. */
export function ConflictsCard({
  desk: { conflicts, conflicted },
  home,
  removal,
}: {
  desk: Pick<ReviewDesk, "conflicts" | "conflicted">;
  home: string;
  /** For administrators: the form that removes a declaration. */
  removal: (conflictId: string) => ReactNode;
}) {
  return (
    <Card labelledBy="conflicts">
      <h2 id="conflicts">Conflicts of interest</h2>
      {conflicts.length > 0 ? (
        <ul className="stack-list mb-3">
          {conflicts.map(({ id, by, note, declaredAt, removable }) => (
            <li key={id}>
              <p>
                <b className="font-semibold">{by}</b> knows the applicant, and takes no part.
              </p>
              <p className="wrap-anywhere">{note}</p>
              <p className="text-[0.94rem] text-muted">Declared {longDate(dayInLondon(declaredAt))}</p>
              {removable ? removal(id) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-2 text-muted">Nobody has declared that they know the applicant.</p>
      )}
      {conflicted ? null : (
        <p className="no-print">
          <a href={`${home}/conflict`}>I know this applicant</a>
        </p>
      )}
    </Card>
  );
}
