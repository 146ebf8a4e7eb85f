import { ByOthers, type Way } from "./way";

/** An event, a residential, a group's session: the facilitator takes a register. */
export function AtEvent({ title }: Way) {
  return (
    <ByOthers title={title}>
      <p>The facilitator takes a register at the event, and it shows here the same day.</p>
    </ByOthers>
  );
}
