import { AuditAnswers } from "@/components/learning-audits/answers";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { AuditPage } from "@/lib/learning-audits/schema";

/** What was sent, to read again, and what to do with it. */
export function SentAuditParts({
  page: { milestone, cohortId },
  audit,
  justNow,
}: {
  page: AuditPage;
  audit: NonNullable<AuditPage["audit"]>;
  justNow: boolean;
}) {
  const review = milestone.kind === "learning_audit_review";
  return (
    <div className="max-w-prose">
      {justNow ? (
        <div className="mb-6">
          <Notice tone="done" title="It is sent in, and counts as done">
            <p>
              {review
                ? "You can now see it beside the audit from the start of the module."
                : "At the end of the module you are asked again, and see the two side by side."}
            </p>
            <p className="mt-2">
              <a href={`/dashboard?cohort=${cohortId}`}>Back to your overview</a>
            </p>
          </Notice>
        </div>
      ) : null}
      {milestone.module ? (
        <p className="no-print mb-6">
          <ButtonLink href={`/dashboard/learning-audits/compare/${milestone.module}`} variant="secondary">
            See module {milestone.module} before and after
          </ButtonLink>
        </p>
      ) : null}
      <AuditAnswers marks={audit.marks} />
    </div>
  );
}
