import { Tag, type TagTone } from "@/components/ui/tag";
import type { ItemStanding, MentorItem } from "@/lib/mentoring/schema";

export type Audience = "participant" | "mentor" | "staff";

/** The same fact, as it is for whoever reads it. */
const WORDS: Record<Audience, Record<ItemStanding, string>> = {
  participant: {
    upcoming: "to come",
    open: "to write",
    draft: "draft, not sent",
    waiting: "waits for your mentor",
    disputed: "not confirmed",
    done: "done",
    not_required: "not required",
  },
  mentor: {
    upcoming: "to come",
    open: "not written yet",
    draft: "not sent yet",
    waiting: "waits for you",
    disputed: "you have answered",
    done: "done",
    not_required: "not required",
  },
  staff: {
    upcoming: "to come",
    open: "not written yet",
    draft: "not sent yet",
    waiting: "waits for the mentor",
    disputed: "not confirmed",
    done: "done",
    not_required: "not required",
  },
};

const TONES: Record<ItemStanding, TagTone> = {
  upcoming: "muted",
  open: "open",
  draft: "open",
  waiting: "soon",
  disputed: "late",
  done: "done",
  not_required: "muted",
};
/** What waits for others asks nothing of a mentor. */
const QUIET: readonly ItemStanding[] = ["open", "draft", "disputed"];

export function StandingTag({ item, audience }: { item: MentorItem; audience: Audience }) {
  const { standing } = item;
  const tone = audience === "mentor" && QUIET.includes(standing) ? "muted" : TONES[standing];
  return <Tag tone={tone}>{WORDS[audience][standing]}</Tag>;
}
