import type { ReactNode } from "react";
import { StepFields } from "@/components/applications/steps";
import { ActionForm } from "@/components/forms/action-form";
import { buttonClass } from "@/components/ui/button";
import type { Step } from "@/lib/applications/schema-pages";
import { saveStep } from "../../actions";
import { hiddenOf, type openStep } from "./open-step";

/** What stands beside "Save and continue": not on the way back to the other answers. */
export function saveAside(fromCheck: boolean): ReactNode {
  return fromCheck ? null : (
    <button type="submit" name="leave" value="yes" className={buttonClass("secondary")}>
      Save and come back later
    </button>
  );
}

export const saveLabel = (fromCheck: boolean) => (fromCheck ? "Save and go back" : "Save and continue");

/** The form of a page, with the questions of its step. */
export function StepForm({ step, opened }: { step: Step; opened: Awaited<ReturnType<typeof openStep>> }) {
  const { application, title, fromCheck } = opened;
  return (
    <ActionForm
      key={step}
      action={saveStep.bind(null, application.reference, step)}
      title={title}
      submitLabel={saveLabel(fromCheck)}
      hidden={hiddenOf(application, fromCheck)}
      aside={saveAside(fromCheck)}
    >
      <StepFields step={step} answers={application.answers} needs={application.needs} />
    </ActionForm>
  );
}
