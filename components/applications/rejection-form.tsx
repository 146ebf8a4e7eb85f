"use client";

import { Fragment, type ReactNode, useActionState, useEffect, useMemo, useRef } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { CheckboxGroup, TextArea } from "@/components/forms/fields";
import { FormContext } from "@/components/forms/form-context";
import { keepingForm } from "@/components/forms/keeping-form";
import { buttonClass } from "@/components/ui/button";
import { REASON_SHORT, REJECTION_REASONS, type RejectionState } from "@/lib/applications/schema-reasons";

type Props = {
  action: (state: RejectionState, data: FormData) => Promise<RejectionState>;
  title: string;
  home: string;
  /** Values sent along unseen: a version, a form key. */
  hidden: Record<string, string>;
  sendLabel?: string;
  /** Of several who get the same letter: how many besides the one that is shown. */
  more?: number;
  /** What the reviews ask for. */
  children?: ReactNode;
};

const START: RejectionState = { errors: {}, values: {}, turn: 0 };

/**
 * A rejection: the reasons and words, then the letter as the applicant will read it, then sent. Its own form, since
 * its buttons send different steps; without JavaScript each step is a page.
 */
export function RejectionForm({ action, title, home, hidden, more = 0, children, ...props }: Props) {
  const sendLabel = props.sendLabel ?? "Reject the application";
  const kept = useMemo(() => keepingForm(action), [action]);
  const [state, formAction, pending] = useActionState(kept, START);
  const context = useMemo(() => ({ state, idPrefix: "" }), [state]);
  const bad = state.problem !== undefined || Object.keys(state.errors).length > 0;
  return (
    <FormContext value={context}>
      <title>{`${bad ? "Error: " : ""}${title} - UCL Centre for Educational Leadership`}</title>
      {bad ? <ErrorSummary state={state} idPrefix="" /> : null}
      <form action={formAction} noValidate aria-busy={pending}>
        {state.letter ? (
          <Letter letter={state.letter} values={state.values} {...{ sendLabel, more }} />
        ) : (
          <Fragment key={state.turn}>
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {children}
            <CheckboxGroup
              name="reasons"
              legend="Why is it rejected?"
              hint="Each has kind words of its own for the applicant. You read them before anything is sent."
              options={REJECTION_REASONS.map((value) => ({ value, label: REASON_SHORT[value] }))}
            />
            <TextArea
              name="words"
              label="Your own words to the applicant"
              hint="They follow the words for the reasons. Needed for “something else”."
              optional
              rows={5}
              maxLength={2_000}
            />
            <div className="form-actions">
              <button type="submit" name="step" value="preview" className={buttonClass()}>
                Read what the applicant will read
              </button>
              <a href={home}>Not now</a>
            </div>
          </Fragment>
        )}
      </form>
    </FormContext>
  );
}

function Letter({
  letter: { to, subject, paragraphs },
  values,
  sendLabel,
  more,
}: {
  letter: NonNullable<RejectionState["letter"]>;
  values: RejectionState["values"];
  sendLabel: string;
  more: number;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="mb-3">
        The applicant will read this
      </h2>
      <p className="mb-4 text-muted">
        By e-mail to <span className="wrap-anywhere">{to}</span>, and on the application’s page
        {more > 0
          ? `; ${more === 1 ? "the other reads" : `each of the other ${more} reads`} the same under their own name`
          : ""}
        . Nothing is sent yet.
      </p>
      <div className="card">
        <p className="mb-3 font-semibold">{subject}</p>
        {paragraphs.map((paragraph) => (
          <p key={paragraph} className="mb-3 whitespace-pre-line wrap-anywhere last:mb-0">
            {paragraph}
          </p>
        ))}
      </div>
      {Object.entries(values)
        .filter(([name]) => name !== "step")
        .flatMap(([name, value]) =>
          [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
        )}
      <div className="form-actions">
        <button type="submit" name="step" value="send" className={buttonClass("warning")}>
          {sendLabel}
        </button>
        <button type="submit" name="step" value="edit" className={buttonClass("plain")}>
          Go back and change it
        </button>
      </div>
    </>
  );
}
