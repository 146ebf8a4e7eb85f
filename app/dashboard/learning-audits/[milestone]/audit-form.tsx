import { ActionForm } from "@/components/forms/action-form";
import { AreaFields } from "@/components/learning-audits/area-fields";
import { Autosave } from "@/components/learning-audits/autosave";
import { buttonClass } from "@/components/ui/button";
import type { AuditPage } from "@/lib/learning-audits/schema";
import { autosaveLearningAudit, submitLearningAudit } from "./actions";

/** The audit to fill in: saved as one goes, or with the button; sent in by the other. */
export function AuditForm({ page, title }: { page: AuditPage; title: string }) {
  const { milestone, audit, areas } = page;
  const review = milestone.kind === "learning_audit_review";
  return (
    <div className="max-w-[48rem]">
      <div className="prose mb-6">
        <p>
          {review
            ? "Mark yourself again, as you see it now. Do not look up what you gave before: the two are put side by side once you have sent this in."
            : "Mark where you are now against each area of the programme. A low mark is useful: it shows where your study will do most good."}
        </p>
        <p>
          Your facilitator and the people who run your cohort can read it once you have sent it in. The cohort
          sees averages only. It counts as done when it is sent, whatever the marks are.
        </p>
      </div>
      <ActionForm
        action={submitLearningAudit.bind(null, milestone.id)}
        title={title}
        submitLabel="Save for now"
        submitVariant="secondary"
        hidden={{ version: String(audit?.version ?? 0), formKey: crypto.randomUUID() }}
        aside={
          <button type="submit" name="step" value="send" className={buttonClass("primary")}>
            Send it in
          </button>
        }
      >
        <AreaFields areas={areas} audit={audit} />
        <p className="mb-2">Once it is sent in, it cannot be changed.</p>
        <Autosave action={autosaveLearningAudit.bind(null, milestone.id)} />
      </ActionForm>
    </div>
  );
}
