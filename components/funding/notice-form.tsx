"use client";

import { Fragment, useActionState, useMemo } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { DateField, RadioGroup, TextArea, TextField } from "@/components/forms/fields";
import { FormContext } from "@/components/forms/form-context";
import { keepingForm } from "@/components/forms/keeping-form";
import { Prose } from "@/components/prospectus/prose";
import { buttonClass } from "@/components/ui/button";
import type { NoticeFormState } from "@/lib/funding/views";

type Props = {
  action: (state: NoticeFormState, data: FormData) => Promise<NoticeFormState>;
  title: string;
  formKey: string;
  maxLength: number;
  /** How many are told of it. */
  waiting: number;
};

// Spelled out, and types only from the area: nothing that parses forms needs to reach the browser.
const START: NoticeFormState = { errors: {}, values: {}, turn: 0 };
const people = (count: number) => (count === 1 ? "one address" : `${count} addresses`);

/** A notice: written, looked at as the public will read it, then published. Its buttons send different steps. */
export function NoticeForm({ action, title, formKey, maxLength, waiting }: Props) {
  const kept = useMemo(() => keepingForm(action), [action]);
  const [state, formAction, pending] = useActionState(kept, START);
  const context = useMemo(() => ({ state, idPrefix: "" }), [state]);
  const bad = state.problem !== undefined || Object.keys(state.errors).length > 0;
  const { preview } = state;
  return (
    <FormContext value={context}>
      <title>{`${bad ? "Error: " : ""}${title} - UCL Centre for Educational Leadership`}</title>
      {bad ? <ErrorSummary state={state} idPrefix="" /> : null}
      <form action={formAction} noValidate aria-busy={pending}>
        <input type="hidden" name="formKey" value={formKey} />
        {preview ? (
          <>
            {["body", "when", "day", "time"].map((name) => (
              <input key={name} type="hidden" name={name} value={String(state.values[name] ?? "")} />
            ))}
            <section className="card mb-5" aria-label="As the public reads it">
              <Prose html={preview.html} />
            </section>
            <p className="mb-5">
              It becomes public {preview.when}.{" "}
              {waiting === 0
                ? "Nobody has asked to be told."
                : `Then ${people(waiting)} will be told by e-mail.`}
            </p>
            <div className="form-actions">
              <button type="submit" name="step" value="publish" className={buttonClass()}>
                Publish the notice
              </button>
              <button type="submit" name="step" value="change" className={buttonClass("secondary")}>
                Change it
              </button>
            </div>
          </>
        ) : (
          <Fragment key={state.turn}>
            <TextArea name="body" label="What is known" rows={9} maxLength={maxLength} />
            <RadioGroup
              name="when"
              legend="When does it become public?"
              defaultValue="now"
              options={[
                { value: "now", label: "At once" },
                { value: "later", label: "Later, on the day and at the time below" },
              ]}
            />
            <div className="flex flex-wrap gap-x-6">
              <DateField name="day" label="Day" optional />
              <TextField name="time" label="Time in London" optional type="time" width="short" />
            </div>
            <div className="form-actions">
              <button type="submit" name="step" value="preview" className={buttonClass()}>
                Preview
              </button>
            </div>
          </Fragment>
        )}
      </form>
    </FormContext>
  );
}
