import { buttonClass } from "@/components/ui/button";
import type { Viewing } from "@/lib/auth/actor";
import { timeInLondon } from "@/lib/dates";

/** On top of every page while somebody of staff looks at a participant's: whose, until when, and the way out. */
export function ViewingBanner({ viewing }: { viewing: Viewing }) {
  return (
    <section className="viewing-banner no-print" aria-label="Looking at somebody’s pages">
      <div className="wrap wrap-staff">
        <p>
          You are looking at <strong>{viewing.seen.name || "a participant"}</strong>’s pages as they see them,
          until {timeInLondon(viewing.until)}. Nothing can be changed meanwhile.
        </p>
        <p>
          <a href="/dashboard">Their overview</a>
        </p>
        <form method="post" action="/staff/viewing/end">
          <button type="submit" className={buttonClass("secondary", true)}>
            Stop looking
          </button>
        </form>
      </div>
    </section>
  );
}
