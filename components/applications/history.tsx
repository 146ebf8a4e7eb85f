import { type ApplicationState, STATE_WORDS } from "@/lib/applications/schema";
import { isRejectionReason, REASON_SHORT } from "@/lib/applications/schema-reasons";
import { dateTimeInLondon } from "@/lib/dates";

type Step = {
  state: ApplicationState;
  at: Date;
  reason: string | null;
  reasonCodes: string[];
  by?: string | null;
};

/** What has happened to an application, the latest first. Staff also see by whom; the portal acts by itself. */
export function History({
  steps,
  withNames = false,
  saidAbove,
}: {
  steps: Step[];
  withNames?: boolean;
  /** The state whose reason stands on the page already. */
  saidAbove?: ApplicationState;
}) {
  return (
    <ol className="stack-list">
      {steps.toReversed().map((step) => (
        <li key={`${step.state}-${step.at.toISOString()}`}>
          <strong className="block first-letter:uppercase">
            {step.state === "draft" ? "started" : STATE_WORDS[step.state]}
          </strong>
          <span className="block text-[0.94rem] text-muted">
            {dateTimeInLondon(step.at)}
            {withNames ? `, ${step.by === null ? "by the portal" : step.by || "by the applicant"}` : ""}
          </span>
          {withNames && step.reasonCodes.length > 0 ? (
            <p className="mt-1">
              {step.reasonCodes
                .filter(isRejectionReason)
                .map((code) => REASON_SHORT[code])
                .join("; ")}
            </p>
          ) : null}
          {step.reason && step.state !== saidAbove ? (
            <p className="mt-1 break-words whitespace-pre-line">{step.reason}</p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
