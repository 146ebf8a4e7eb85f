import { Tag, type TagTone } from "@/components/ui/tag";
import type { WebinarState } from "@/lib/webinars/schema";

const STATES: Record<WebinarState, { tone: TagTone; word: string }> = {
  draft: { tone: "muted", word: "draft" },
  open: { tone: "done", word: "open" },
  full: { tone: "soon", word: "full" },
  on_now: { tone: "open", word: "on now" },
  over: { tone: "muted", word: "over" },
  cancelled: { tone: "late", word: "cancelled" },
};

/** Where a webinar stands, in a word. */
export function WebinarTag({ state }: { state: WebinarState }) {
  return <Tag tone={STATES[state].tone}>{STATES[state].word}</Tag>;
}
