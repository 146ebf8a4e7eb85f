import { Tag, type TagTone } from "@/components/ui/tag";
import { type ApplicationState, STATE_WORDS } from "@/lib/applications/schema";

const TONES: Record<ApplicationState, TagTone> = {
  draft: "muted",
  submitted: "open",
  under_review: "open",
  waitlisted: "soon",
  offered: "brand",
  accepted: "done",
  declined: "muted",
  rejected: "late",
  withdrawn: "muted",
  expired: "late",
};

/** Where an application stands, in a word. */
export function StateTag({ state }: { state: ApplicationState }) {
  return <Tag tone={TONES[state]}>{STATE_WORDS[state]}</Tag>;
}
