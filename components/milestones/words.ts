import type { ComparedField } from "@/lib/route-map/changes";

/** What each field of an item is called. */
export const FIELD_WORDS: Record<ComparedField, string> = {
  title: "title",
  mode: "how",
  opensOn: "from",
  closesOn: "to",
  minutes: "time",
  counts: "counts",
  note: "note",
  description: "what it is",
  place: "where",
  placeUrl: "link",
};
