import { Tag } from "@/components/ui/tag";
import { FREED_WORDS } from "@/lib/applications/schema-offer";
import type { Freed, StandingOffer, Waiting } from "@/lib/applications/seats";
import { shortDate } from "@/lib/dates";

/** The people behind the places: offers that stand, who waits in which order, places that became free. */

export function StandingOffers({ offers }: { offers: readonly StandingOffer[] }) {
  return (
    <section className="card" aria-labelledby="offers">
      <h2 id="offers" className="mb-3">
        Offers to be answered
      </h2>
      {offers.length === 0 ? <p className="text-muted">No offer stands.</p> : null}
      <ul className="stack-list">
        {offers.map(({ applicationId, fullName, workplace, fundedPlace, answerBy }) => (
          <li key={applicationId}>
            <a href={`/staff/applications/${applicationId}`}>{fullName}</a>{" "}
            {fundedPlace ? <Tag tone="brand">funded</Tag> : null}
            <small className="block text-muted">
              {workplace} · by {shortDate(answerBy)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function WaitingLine({ waiting, orderHref }: { waiting: readonly Waiting[]; orderHref: string }) {
  return (
    <section className="card" aria-labelledby="waiting">
      <h2 id="waiting" className="mb-3">
        Waiting list
      </h2>
      {waiting.length === 0 ? <p className="text-muted">Nobody is waiting.</p> : null}
      <ol className="stack-list waiting-line">
        {waiting.map(({ applicationId, fullName, workplace, since, decidable }) => (
          <li key={applicationId}>
            {decidable ? <a href={`/staff/applications/${applicationId}`}>{fullName}</a> : fullName}
            <small className="block text-muted">
              {[workplace, since ? `since ${shortDate(since)}` : ""].filter(Boolean).join(" · ")}
            </small>
          </li>
        ))}
      </ol>
      {waiting.length > 1 ? (
        <p className="mt-4">
          <a href={orderHref}>Change the order</a>
        </p>
      ) : null}
    </section>
  );
}

export function FreedPlaces({ freed }: { freed: readonly Freed[] }) {
  if (freed.length === 0) return null;
  return (
    <section className="card" aria-labelledby="freed">
      <h2 id="freed" className="mb-3">
        Places that became free
      </h2>
      <ul className="stack-list">
        {freed.map(({ applicationId, fullName, how, on }) => (
          <li key={`${applicationId} ${on}`}>
            {shortDate(on)}: <a href={`/staff/applications/${applicationId}`}>{fullName}</a>{" "}
            {FREED_WORDS[how]}
          </li>
        ))}
      </ul>
    </section>
  );
}
