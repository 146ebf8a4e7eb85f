import { Card } from "@/components/ui/card";
import { longDate } from "@/lib/dates";
import type { StaffEventDetail } from "@/lib/events/views";

/** How the places of an event stand that people choose. */
export function EventPlacesCard({ event }: { event: StaffEventDetail }) {
  const { id, held, waiting, unchosen, left, state, choiceUntil } = event;
  const late = state === "settled" && unchosen.length > 0;
  return (
    <Card labelledBy="places">
      <h2 id="places">Places</h2>
      <p>
        {held.length} held{left ? `: ${left.toLowerCase()}` : ""}. {waiting.length} waiting.
      </p>
      <p className={late ? "mt-2 font-semibold text-late" : "mt-2"}>
        {unchosen.length === 0
          ? "Everybody in the cohort has a place at one of these events."
          : `${unchosen.length} in the cohort ${unchosen.length === 1 ? "has" : "have"} no place at any of these events${late ? ", and the time to choose is over" : " yet"}.`}
      </p>
      {choiceUntil ? (
        <p className="mt-2 text-muted">
          {state === "open"
            ? `People can choose until the end of ${longDate(choiceUntil)}.`
            : `The time to choose ended on ${longDate(choiceUntil)}.`}
        </p>
      ) : null}
      <p className="mt-3">
        <a href={`/staff/events/${id}/places`}>Places, waiting list, and who has not chosen</a>
      </p>
    </Card>
  );
}
