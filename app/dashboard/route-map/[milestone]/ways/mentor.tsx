import { ButtonLink } from "@/components/ui/button";
import type { MyMilestone } from "@/lib/engagement/schema";
import { Section, type Way } from "./way";

/** A check-in or an impact report: the NPQ mentor's word completes it, on a page of its own. */
export function ByMentor({ detail, title }: Way) {
  const { id, kind } = detail.milestone;
  return (
    <Section heading="With your mentor" title={title}>
      <p className="mb-4">
        {kind === "mentor_check_in"
          ? "You write down when you met and what about. Your mentor confirms it by a personal link and adds their own words: both together complete it."
          : "Your mentor writes it, by a personal link. You see whether it is in."}
      </p>
      <ButtonLink href={`/dashboard/mentor/${id}`}>{label(detail.milestone)}</ButtonLink>
    </Section>
  );
}

function label({ kind, state }: MyMilestone): string {
  const writes = kind === "mentor_check_in" && ["open", "due_soon", "overdue"].includes(state);
  return writes ? "Write the check-in" : "See how it stands";
}
