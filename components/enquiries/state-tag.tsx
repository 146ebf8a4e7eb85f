import { Tag, type TagTone } from "@/components/ui/tag";
import type { EnquiryState } from "@/lib/enquiries/schema";

const STATES: Record<EnquiryState, { tone: TagTone; word: string }> = {
  waiting: { tone: "open", word: "waiting" },
  answered: { tone: "done", word: "answered" },
  set_aside: { tone: "muted", word: "set aside" },
};

/** Where an enquiry stands, in a word. */
export function EnquiryTag({ state }: { state: EnquiryState }) {
  return <Tag tone={STATES[state].tone}>{STATES[state].word}</Tag>;
}
