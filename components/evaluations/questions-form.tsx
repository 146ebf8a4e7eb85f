"use client";

import { Fragment, type ReactNode, useActionState, useMemo } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext } from "@/components/forms/form-context";
import { keepingForm } from "@/components/forms/keeping-form";
import { buttonClass } from "@/components/ui/button";
import { KIND_NAMES, KINDS, MOST_QUESTIONS, type Row, rowsIn } from "@/lib/evaluations/schema-rows";
import type { FormState } from "@/lib/form";
import { QuestionRow } from "./question-row";

// Spelled out: nothing that parses forms needs to reach the browser.
const START: FormState = { errors: {}, values: {}, turn: 0 };

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  title: string;
  token: string;
  rows: readonly Row[];
  aside: ReactNode;
};

/**
 * The questions of an evaluation, to be written. Each button sends the whole form: those that add, take out or move a
 * question bring it back changed and nothing is saved by them, so it works without scripts and loses nothing typed.
 */
export function QuestionsForm({ action, title, token, rows: saved, aside }: Props) {
  const kept = useMemo(() => keepingForm(action), [action]);
  const [state, formAction, pending] = useActionState(kept, START);
  const context = useMemo(() => ({ state, idPrefix: "" }), [state]);
  const bad = Object.keys(state.errors).length > 0 || state.problem !== undefined;
  const rows = state.turn > 0 ? rowsIn(state.values) : saved;
  return (
    <FormContext value={context}>
      <title>{`${bad ? "Error: " : ""}${title} - UCL Centre for Educational Leadership`}</title>
      {bad ? <ErrorSummary state={state} idPrefix="" /> : null}
      <form action={formAction} noValidate aria-busy={pending}>
        <input type="hidden" name="token" value={token} />
        {/* The one that the Enter key presses, wherever in the form one types. */}
        <button type="submit" name="step" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
          Save as a draft
        </button>
        <Fragment key={state.turn}>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <QuestionRow key={index} row={row} index={index} last={index === rows.length - 1} />
          ))}
        </Fragment>
        {rows.length === 0 ? <p className="mb-5">There is no question yet.</p> : null}
        {rows.length < MOST_QUESTIONS ? (
          <fieldset className="mb-7">
            <legend className="mb-2 font-semibold">Add a question, answered by</legend>
            <div className="flex flex-wrap gap-3">
              {KINDS.map((kind) => (
                <button
                  key={kind}
                  type="submit"
                  name="step"
                  value={`add-${kind}`}
                  className={buttonClass("secondary", true)}
                >
                  {KIND_NAMES[kind]}
                </button>
              ))}
            </div>
          </fieldset>
        ) : (
          <p className="mb-5 text-muted">An evaluation has {MOST_QUESTIONS} questions at most.</p>
        )}
        <div className="form-actions no-print">
          <button type="submit" name="step" value="save" className={buttonClass()}>
            Save as a draft
          </button>
          {aside}
        </div>
      </form>
    </FormContext>
  );
}
