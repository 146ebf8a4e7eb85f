import { ByOthers, type Way } from "./way";

/** A gate, which opens by itself, or something that leaves no record. */
export function Unrecorded({ detail, title }: Way) {
  return (
    <ByOthers title={title}>
      <p>
        {detail.milestone.doneBy === "gate"
          ? "Nothing is recorded by hand: this follows from your engagement."
          : "Nothing is recorded here."}
      </p>
    </ByOthers>
  );
}
