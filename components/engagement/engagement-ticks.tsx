import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import type { AlertReason } from "@/lib/engagement/schema";

/** What can be done with those ticked: write to them. The next page shows who, and what each would read. */
export function EngagementTicks({
  home,
  address,
  ticked,
  reason,
  children,
}: {
  /** The cohort's address. */
  home: string;
  /** This page's address, with no box ticked. */
  address: string;
  ticked: boolean;
  /** The reason for an alert that the list is narrowed to: the letter begins with words for it. */
  reason?: AlertReason | undefined;
  children: ReactNode;
}) {
  const all = ticked ? address : `${address}${address.includes("?") ? "&" : "?"}ticked=all`;
  return (
    <form action={`${home}/nudges/new`} className="queue-pick" key={String(ticked)}>
      {reason ? <input type="hidden" name="reason" value={reason} /> : null}
      {children}
      <div className="pick-bar no-print">
        <a href={all}>{ticked ? "Tick none" : "Tick all on this page"}</a>
        <button type="submit" className={buttonClass("secondary", true)}>
          Write to those ticked
        </button>
        <a href={`${home}/nudges`}>Written before</a>
      </div>
    </form>
  );
}
