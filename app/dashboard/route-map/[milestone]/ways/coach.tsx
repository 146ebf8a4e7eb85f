import { ByOthers, type Way } from "./way";

/** Coaching: each session as it takes place. There is nothing to book here, and the page says so. */
export function ByCoach({ title }: Way) {
  return (
    <ByOthers title={title}>
      <p className="mb-3">
        Sessions are not booked here: you and your coach agree on times between you. Staff enter each one once
        it has taken place.
      </p>
      <p>
        No coach yet, or a session that is missing? Write to <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>.
      </p>
    </ByOthers>
  );
}
