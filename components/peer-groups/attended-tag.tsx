import { Tag } from "@/components/ui/tag";
import type { Attended } from "@/lib/peer-groups/views";

const WORDS = {
  present: ["done", "present"],
  part: ["soon", "part of it"],
  absent: ["late", "absent"],
} as const;

/** A mark in a register, in a word. */
export function AttendedTag({ attended }: { attended: Exclude<Attended, null> }) {
  const [tone, word] = WORDS[attended];
  return <Tag tone={tone}>{word}</Tag>;
}
