"use client";

import { Fragment, type ReactNode, useActionState, useMemo } from "react";
import { type ButtonVariant, buttonClass } from "@/components/ui/button";
import { EMPTY_FORM, type FormState } from "@/lib/form";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { keepingForm } from "./keeping-form";

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  /** The page's title; "Error: " goes in front of it when there are errors. Left out for a small form in a page. */
  title?: string;
  submitLabel: string;
  submitVariant?: ButtonVariant;
  /** Values sent along unseen: a version, a form key. */
  hidden?: Record<string, string>;
  /** Beside the button: a way out, a second thought. */
  aside?: ReactNode;
  /** Needed when a page has several forms with fields of the same name. */
  idPrefix?: string;
  children?: ReactNode;
};

/** A form around a server action. Works without client JavaScript; what was typed is kept on every error. */
export function ActionForm({
  action,
  title,
  submitLabel,
  submitVariant,
  hidden = {},
  aside,
  idPrefix = "",
  children,
}: Props) {
  const kept = useMemo(() => keepingForm(action), [action]);
  const [state, formAction, pending] = useActionState(kept, EMPTY_FORM);
  const context = useMemo(() => ({ state, idPrefix }), [state, idPrefix]);
  const bad = Object.keys(state.errors).length > 0 || state.problem !== undefined;
  return (
    <FormContext value={context}>
      {title ? (
        <title>{`${bad ? "Error: " : ""}${title} - UCL Centre for Educational Leadership`}</title>
      ) : null}
      {bad ? <ErrorSummary state={state} idPrefix={idPrefix} /> : null}
      <form action={formAction} noValidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {/* Made afresh with each answer, so that every kind of field starts from what was typed. */}
        <Fragment key={state.turn}>{children}</Fragment>
        <div className="form-actions no-print">
          <button
            type="submit"
            className={buttonClass(submitVariant)}
            aria-disabled={pending || undefined}
            onClick={(event) => {
              if (pending) event.preventDefault();
            }}
          >
            {submitLabel}
          </button>
          {aside}
        </div>
      </form>
    </FormContext>
  );
}
