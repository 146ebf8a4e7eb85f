import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { ReviewDesk } from "@/lib/applications/views-review";
import { dateTimeInLondon } from "@/lib/dates";

/** What staff have told one another about an application, the latest first, and the form for more. */
export function NotesCard({
  notes,
  children,
}: {
  notes: NonNullable<ReviewDesk["notes"]>;
  children: ReactNode;
}) {
  return (
    <Card labelledBy="notes">
      <h2 id="notes">Notes for colleagues</h2>
      {children}
      {notes.length > 0 ? (
        <ol className="stack-list mt-5">
          {notes.map(({ id, by, at, body }) => (
            <li key={id}>
              <p className="text-[0.94rem] text-muted">
                <b className="font-semibold text-ink">{by}</b>, {dateTimeInLondon(at)}
              </p>
              <p className="whitespace-pre-line wrap-anywhere">{body}</p>
            </li>
          ))}
        </ol>
      ) : null}
    </Card>
  );
}
