import { doingAddress } from "@/components/dashboard/milestone-address";
import { ButtonLink } from "@/components/ui/button";
import type { MyMilestone } from "@/lib/engagement/schema";
import { NotNow } from "./not-now";
import { Section, type Way } from "./way";

/** What the way to the form says, by kind of item. */
const FILL_IN: Partial<Record<MyMilestone["kind"], string>> = {
  learning_audit: "Fill in the learning audit",
  learning_audit_review: "Fill in the review",
  module_evaluation: "Fill in the evaluation",
};

/** An audit or an evaluation: its form is a page of its own, and sending it in completes it. */
export function FillIn({ detail: { milestone, canFillIn }, title }: Way) {
  const href = doingAddress(milestone);
  if (milestone.tally.completed && milestone.doneBy === "audit") {
    return (
      <Section heading="This is done" title={title}>
        <p>
          <a href={href}>Read your learning audit</a>
        </p>
      </Section>
    );
  }
  if (!canFillIn || milestone.tally.completed) return <NotNow milestone={milestone} title={title} />;
  return (
    <Section heading="Fill it in" title={title}>
      <p className="mb-4">It is filled in here, and done once you send it in.</p>
      <ButtonLink href={href}>{FILL_IN[milestone.kind] ?? "Fill it in"}</ButtonLink>
    </Section>
  );
}
