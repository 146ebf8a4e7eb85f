import { Tag, type TagTone } from "@/components/ui/tag";
import type { CohortState } from "@/lib/cohorts/schema";

const TAGS: Record<CohortState, [TagTone, string]> = {
  draft: ["soon", "draft, not public"],
  published: ["done", "public"],
  archived: ["muted", "archived"],
};

/** Where a cohort stands, in a word. */
export function CohortTag({ state }: { state: CohortState }) {
  const [tone, word] = TAGS[state];
  return <Tag tone={tone}>{word}</Tag>;
}
