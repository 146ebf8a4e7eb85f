"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { RadioGroup, TextField } from "@/components/forms/fields";
import { FormContext } from "@/components/forms/form-context";
import { buttonClass } from "@/components/ui/button";
import { type Answers, QUESTIONS, type QuestionName } from "@/lib/eligibility/schema";

type Props = { ask: QuestionName; answers: Answers; problem: string | null; typed: string };

/** One question, sent as GET: the answers so far ride along in the address, so Back works and nothing is stored. */
export function QuestionForm({ ask, answers, problem, typed }: Props) {
  const { legend, hint, choices } = QUESTIONS[ask];
  const state = problem
    ? { errors: { [ask]: problem }, values: { [ask]: typed }, turn: 1 }
    : { errors: {}, values: {}, turn: 0 };
  const hints = hint ? { hint } : {};
  const before = Object.entries(answers);
  return (
    <FormContext value={{ state, idPrefix: "" }}>
      <form method="get" className="max-w-prose" noValidate>
        {problem ? <ErrorSummary state={state} idPrefix="" /> : null}
        {Object.entries(answers).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="asked" value={ask} />
        {ask === "number" ? (
          <TextField
            name="number"
            label={legend}
            {...hints}
            optional
            inputMode="numeric"
            maxLength={20}
            width="short"
          />
        ) : (
          <RadioGroup name={ask} legend={legend} {...hints} options={[...choices]} />
        )}
        <div className="form-actions">
          <button type="submit" className={buttonClass()}>
            Continue
          </button>
          {before.length > 0 ? (
            <a href={`?${new URLSearchParams(before.slice(0, -1))}`}>Previous question</a>
          ) : null}
        </div>
      </form>
    </FormContext>
  );
}
