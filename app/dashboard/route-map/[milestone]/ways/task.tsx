import { ActionForm } from "@/components/forms/action-form";
import { submitDone } from "../../actions";
import { NotNow } from "./not-now";
import { Section, type Way } from "./way";

/** A task: marked as done by its participant. */
export function Task({ detail, title }: Way) {
  const { milestone } = detail;
  if (!detail.canMarkDone) return <NotNow milestone={milestone} title={title} />;
  return (
    <Section heading="Mark as done">
      <p className="mb-1">
        Mark this once you have completed it. It is recorded as done today, by you, and counts in full.
      </p>
      <ActionForm
        action={submitDone.bind(null, milestone.id)}
        title={title}
        submitLabel="Mark as done"
        hidden={{ formKey: crypto.randomUUID() }}
      />
    </Section>
  );
}
