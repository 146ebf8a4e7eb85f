"use client";

import { Fragment, useActionState, useMemo } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SelectField } from "@/components/forms/fields";
import { FileField } from "@/components/forms/file-field";
import { FormContext } from "@/components/forms/form-context";
import { keepingForm } from "@/components/forms/keeping-form";
import { buttonClass } from "@/components/ui/button";
import type { ImportState } from "@/lib/events/schema";
import { ImportReport } from "./import-report";

// Spelled out, and types only from the schema: nothing that parses forms needs to reach the browser.
const START: ImportState = { errors: {}, values: {}, turn: 0 };
const SHARES = ["100", "90", "80", "75", "50"].map((share) => ({ value: share, label: `${share}% of it` }));

/** A meeting's report: chosen, read, looked at, entered. Its own form, since its two steps send different things. */
export function ImportForm({
  action,
  title,
  length,
  counts,
}: {
  action: (state: ImportState, data: FormData) => Promise<ImportState>;
  title: string;
  /** How long the event is, and for how long being there counts. */
  length: string;
  counts: string;
}) {
  const kept = useMemo(() => keepingForm(action), [action]);
  const [state, formAction, pending] = useActionState(kept, START);
  const context = useMemo(() => ({ state, idPrefix: "" }), [state]);
  const bad = state.problem !== undefined || Object.keys(state.errors).length > 0;
  return (
    <FormContext value={context}>
      <title>{`${bad ? "Error: " : ""}${title} - UCL Centre for Educational Leadership`}</title>
      {bad ? <ErrorSummary state={state} idPrefix="" /> : null}
      <form action={formAction} noValidate aria-busy={pending}>
        <Fragment key={state.turn}>
          {state.report ? (
            <ImportReport report={state.report} values={state.values} error={state.errors.reason} />
          ) : (
            <ChooseFile length={length} counts={counts} />
          )}
        </Fragment>
      </form>
    </FormContext>
  );
}

function ChooseFile({ length, counts }: { length: string; counts: string }) {
  return (
    <div className="max-w-prose">
      <input type="hidden" name="step" value="read" />
      <FileField
        name="file"
        label="The meeting’s attendance report"
        hint="CSV, as Teams or Zoom gives it out, at most 900 kB and 5,000 lines. The file itself is not kept."
        accept=".csv,.tsv,.txt,text/csv"
      />
      <SelectField
        name="share"
        label="From how much of the event on does somebody count as present?"
        hint={`The event is ${length} long, and being present counts for ${counts}. Whoever was there for less is entered with their minutes.`}
        defaultValue="90"
        options={SHARES}
      />
      <div className="form-actions">
        <button type="submit" className={buttonClass()}>
          Read the report
        </button>
      </div>
      <details className="my-6">
        <summary>Where to find it</summary>
        <div className="prose mt-2">
          <p>
            <strong>Teams</strong>: open the meeting in your calendar, then Attendance, then Download.{" "}
            <strong>Zoom</strong>: in the web portal, Reports, Usage, then the number of participants; choose
            “Export with meeting data”, and do not show unique users, so that the times stay in it.
          </p>
          <p>
            People are matched by e-mail address, or else by name. Only the time of the event counts, and
            whoever left and came back is added up. Nothing is entered before you have seen what it comes to.
          </p>
        </div>
      </details>
    </div>
  );
}
