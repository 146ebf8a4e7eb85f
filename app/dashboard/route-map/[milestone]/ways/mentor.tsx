import { ByOthers, type Way } from "./way";

/** A check-in or an impact report: the NPQ mentor's word completes it. */
export function ByMentor({ title }: Way) {
  return (
    <ByOthers title={title}>
      <p>This is recorded once your mentor has done their part.</p>
    </ByOthers>
  );
}
