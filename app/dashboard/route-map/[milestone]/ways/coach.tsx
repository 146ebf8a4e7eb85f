import { ByOthers, type Way } from "./way";

/** Coaching: each session as it takes place. */
export function ByCoach({ title }: Way) {
  return (
    <ByOthers title={title}>
      <p>Each session is entered once it has taken place.</p>
    </ByOthers>
  );
}
