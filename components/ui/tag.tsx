import type { ReactNode } from "react";

export type TagTone = "done" | "open" | "soon" | "late" | "muted" | "brand";

const TONES: Record<TagTone, string> = {
  done: "text-done",
  open: "text-brand",
  soon: "text-soon",
  late: "text-late",
  muted: "text-muted",
  brand: "text-brand",
};

/** A state in a word. The word carries the meaning; the colour only helps. */
export function Tag({ tone, children }: { tone: TagTone; children: ReactNode }) {
  return <span className={`tag ${TONES[tone]}`}>{children}</span>;
}
