import type { ItemKind } from "@/lib/route-map/schema";
import { ByOthers, type Way } from "./way";

/** A gate, which opens by itself, or something that leaves no record. */
export function Unrecorded({ detail, title }: Way) {
  return (
    <ByOthers title={title}>
      <p>{WORDS[detail.milestone.kind] ?? "Nothing is recorded here."}</p>
    </ByOthers>
  );
}

const WORDS: Partial<Record<ItemKind, string>> = {
  engagement_threshold:
    "Nothing is recorded by hand: it is reached as soon as your engagement is. Your overview says how far you are.",
  assessment_platform_access:
    "The assessment is not taken in this portal yet. The people who run your programme give access to those who have reached the engagement line, before the first window opens.",
  summative_assessment:
    "The assessment is not taken in this portal yet, and nothing of it is kept here. The people who run your programme tell you where and how before its window opens; if you have heard nothing by then, write to npq@ucl.ac.uk.",
};
