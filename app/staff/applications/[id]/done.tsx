import { Notice } from "@/components/ui/notice";
import type { ApplicationState } from "@/lib/applications/schema";

/** Said once, after the step that led here; of a decision, only what is true of the application as it stands. */
const DECIDED: Partial<Record<ApplicationState, string>> = {
  under_review: "The application is under review.",
  offered: "The place is offered and held. The applicant is told by e-mail.",
  rejected: "The application is rejected. The applicant is told the reason by e-mail.",
  waitlisted: "The application is on the waiting list. The applicant is told by e-mail.",
};
const DONE: Record<string, string> = {
  review: "Your review is handed in.",
  conflict: "Your declaration is kept. You take no part in this application from now on.",
  removed: "The declaration is removed.",
};

export function Done({ done, state }: { done: string | string[] | undefined; state: ApplicationState }) {
  const said = done === undefined ? undefined : (DONE[String(done)] ?? DECIDED[state]);
  if (!said) return null;
  return (
    <div className="mb-5">
      <Notice tone="done">{said}</Notice>
    </div>
  );
}
