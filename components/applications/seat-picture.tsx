import type { SeatBoard } from "@/lib/applications/seats";

type Kind = "accepted" | "offered" | "free";
type Seat = { kind: Kind; funded: boolean };

const WORDS: Record<Kind, string> = { accepted: "accepted", offered: "offered, not answered", free: "free" };

/** A cohort's places as squares, with the figures in words beside them: the words say all of it. */
export function SeatPicture({ board, queue }: { board: SeatBoard; queue: string }) {
  const { capacity, fundedPlaces, accepted, acceptedFunded, offers, waiting, submitted, underReview } = board;
  const offeredFunded = offers.filter(({ fundedPlace }) => fundedPlace).length;
  const free = Math.max(0, capacity - accepted - offers.length);
  const fundedLeft = Math.max(0, fundedPlaces - acceptedFunded - offeredFunded);
  const figures: [number, string, string?][] = [
    [accepted, accepted === 1 ? "place accepted" : "places accepted", "accepted"],
    [offers.length, offers.length === 1 ? "offer to be answered" : "offers to be answered", "offered"],
    [free, free === 1 ? "place free" : "places free"],
    [waiting.length, "on the waiting list", "waitlisted"],
    [submitted, "sent, to be read", "submitted"],
    [underReview, "under review", "under_review"],
  ];
  return (
    <section className="card" aria-labelledby="seats">
      <h2 id="seats" className="mb-4">
        {capacity} {capacity === 1 ? "place" : "places"}, {fundedPlaces} of them funded
      </h2>
      <ul className="seat-figures">
        {figures.map(([figure, words, state]) => (
          <li key={words}>
            <b>{figure}</b> {state ? <a href={queue + state}>{words}</a> : words}
          </li>
        ))}
      </ul>
      <div className="seats" aria-hidden="true">
        {seatsOf({ accepted, acceptedFunded, offered: offers.length, offeredFunded, free }).map(
          (seat, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place in the row
            <i key={at} className={`seat seat-${seat.kind}${seat.funded ? " seat-funded" : ""}`} />
          ),
        )}
      </div>
      <p className="seat-key">
        {(["accepted", "offered", "free"] as const).map((kind) => (
          <span key={kind}>
            <i className={`seat seat-${kind}`} aria-hidden="true" /> {WORDS[kind]}
          </span>
        ))}
        <span>
          <i className="seat seat-accepted seat-funded" aria-hidden="true" /> funded
        </span>
      </p>
      <p className="mt-3">
        Funded places: {acceptedFunded} accepted, {offeredFunded} offered, {fundedLeft} left.
      </p>
    </section>
  );
}

function seatsOf(counts: {
  accepted: number;
  acceptedFunded: number;
  offered: number;
  offeredFunded: number;
  free: number;
}): Seat[] {
  const row = (kind: Kind, count: number, funded: number): Seat[] =>
    Array.from({ length: count }, (_, at) => ({ kind, funded: at < funded }));
  return [
    ...row("accepted", counts.accepted, counts.acceptedFunded),
    ...row("offered", counts.offered, counts.offeredFunded),
    ...row("free", counts.free, 0),
  ];
}
