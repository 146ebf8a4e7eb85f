"use client";

import { Fragment, useActionState, useEffect, useMemo, useRef } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { RadioGroup, SelectField, TextField } from "@/components/forms/fields";
import { FormContext } from "@/components/forms/form-context";
import { keepingForm } from "@/components/forms/keeping-form";
import { buttonClass } from "@/components/ui/button";
import { ALERT_REASONS, REASON_WORDS } from "@/lib/engagement/schema-list";
import type { NudgePreview, NudgeState, NudgeTemplateToEdit } from "@/lib/engagement/schema-nudges";
import { NudgeLetters } from "./nudge-letters";
import { NudgeWords } from "./nudge-words";

type Props = {
  action: (state: NudgeState, data: FormData) => Promise<NudgeState>;
  title: string;
  /** The list of templates. */
  list: string;
  /** Values sent along unseen: a version, a form key. */
  hidden: Record<string, string>;
  template?: NudgeTemplateToEdit;
};

const START: NudgeState = { errors: {}, values: {}, turn: 0 };

/** A template: its words, how they would read for somebody, saved. Its own form, since its buttons send different steps. */
export function NudgeTemplateForm({ action, title, list, hidden, template }: Props) {
  const kept = useMemo(() => keepingForm(action), [action]);
  const [state, formAction, pending] = useActionState(kept, START);
  const context = useMemo(() => ({ state, idPrefix: "" }), [state]);
  const bad = state.problem !== undefined || Object.keys(state.errors).length > 0;
  return (
    <FormContext value={context}>
      <title>{`${bad ? "Error: " : ""}${title} - UCL Centre for Educational Leadership`}</title>
      {bad ? <ErrorSummary state={state} idPrefix="" /> : null}
      {state.preview ? <Preview key={state.turn} preview={state.preview} /> : null}
      <form action={formAction} noValidate aria-busy={pending}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Fragment key={state.turn}>
          <TextField
            name="name"
            label="Name"
            hint="What staff choose it by."
            maxLength={80}
            defaultValue={template?.name}
          />
          <NudgeWords start={{ subject: template?.subject ?? "", body: template?.body ?? "" }} />
          <SelectField
            name="reason"
            label="Begin with it for those who are ticked in the early alerts"
            defaultValue={template?.reason ?? ""}
            options={[
              { value: "", label: "No reason in particular" },
              ...ALERT_REASONS.map((reason) => ({ value: reason, label: REASON_WORDS[reason] })),
            ]}
          />
          <RadioGroup
            name="offered"
            legend="Is it offered?"
            defaultValue={template && !template.offered ? "no" : "yes"}
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "Not any more" },
            ]}
          />
        </Fragment>
        <div className="form-actions">
          <button type="submit" name="step" value="save" className={buttonClass()}>
            Save
          </button>
          <button type="submit" name="step" value="preview" className={buttonClass("secondary")}>
            See it filled in
          </button>
          <a href={list}>Not now</a>
        </div>
      </form>
    </FormContext>
  );
}

/** The words as somebody would read them; what was typed stands below, to go on with. */
function Preview({ preview: { letters } }: { preview: NudgePreview }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="mb-6">
      <h2 ref={heading} tabIndex={-1} className="mb-2">
        How it would read
      </h2>
      <p className="mb-4 text-muted">
        {letters.length === 0
          ? "Nobody takes part in a cohort of yours yet, so there is nobody to fill it in for."
          : "For the participant who needs a word most, and for one who needs it least. Nothing is sent, and nothing is saved yet."}
      </p>
      <NudgeLetters letters={letters} />
    </section>
  );
}
