"use client";

import { useActionState, useMemo } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { fieldClass, HintAndError, LabelText } from "@/components/forms/field-frame";
import { describedBy } from "@/components/forms/form-context";
import { keepingForm } from "@/components/forms/keeping-form";
import { buttonClass } from "@/components/ui/button";
import type { UploadFormState } from "@/lib/funding/views";
import { UploadReport } from "./upload-report";

type Props = {
  action: (state: UploadFormState, data: FormData) => Promise<UploadFormState>;
  title: string;
  formKey: string;
};

const START: UploadFormState = { errors: {}, values: {}, turn: 0 };
const HINT = "CSV, comma or semicolon, at most 900 kB and 20,000 lines.";

/** A file of schools or trusts: checked, or taken. A browser gives a file once, so after a report it is chosen again. */
export function UploadForm({ action, title, formKey }: Props) {
  const kept = useMemo(() => keepingForm(action), [action]);
  const [state, formAction, pending] = useActionState(kept, START);
  const error = state.errors.file;
  const bad = state.problem !== undefined || error !== undefined;
  return (
    <>
      <title>{`${bad ? "Error: " : ""}${title} - UCL Centre for Educational Leadership`}</title>
      {bad ? <ErrorSummary state={state} idPrefix="" /> : null}
      {state.report ? <UploadReport {...state.report} /> : null}
      <form action={formAction} noValidate aria-busy={pending}>
        <input type="hidden" name="formKey" value={formKey} />
        <div className={fieldClass(error)}>
          <label htmlFor="file">
            <LabelText>The file</LabelText>
          </label>
          <HintAndError id="file" hint={HINT} error={error} />
          <input
            key={state.turn}
            type="file"
            id="file"
            name="file"
            accept=".csv,text/csv,text/plain"
            className="input input-long"
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy("file", HINT, error)}
          />
        </div>
        <div className="form-actions">
          <button type="submit" className={buttonClass()}>
            Upload the file
          </button>
          <button type="submit" name="only" value="check" className={buttonClass("secondary")}>
            Only check it
          </button>
        </div>
      </form>
    </>
  );
}
