import type { TagTone } from "@/components/ui/tag";
import type { AlternativeState } from "@/lib/alternatives/schema";

export const STATE_TONES: Record<AlternativeState, TagTone> = {
  proposed: "open",
  agreed: "soon",
  handed_in: "open",
  sent_back: "late",
  credited: "done",
  declined: "muted",
  withdrawn: "muted",
};
