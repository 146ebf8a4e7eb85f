"use client";

import { Fragment, useActionState, useEffect, useMemo, useRef } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext } from "@/components/forms/form-context";
import { keepingForm } from "@/components/forms/keeping-form";
import { buttonClass } from "@/components/ui/button";
import type { NudgeState } from "@/lib/engagement/schema-nudges";
import { NudgeLetters } from "./nudge-letters";
import { NudgeWords } from "./nudge-words";

type Props = {
  action: (state: NudgeState, data: FormData) => Promise<NudgeState>;
  title: string;
  /** Where to go instead. */
  home: string;
  /** Values sent along unseen: who is chosen, the form's key. */
  hidden: Record<string, string>;
  start: { subject: string; body: string };
};

const START: NudgeState = { errors: {}, values: {}, turn: 0 };

/**
 * A nudge: its words, then every letter as each will read it, then sent. Its own form, since its buttons send
 * different steps; without JavaScript each step is a page.
 */
export function NudgeForm({ action, title, home, hidden, start }: Props) {
  const kept = useMemo(() => keepingForm(action), [action]);
  const [state, formAction, pending] = useActionState(kept, START);
  const context = useMemo(() => ({ state, idPrefix: "" }), [state]);
  const bad = state.problem !== undefined || Object.keys(state.errors).length > 0;
  return (
    <FormContext value={context}>
      <title>{`${bad ? "Error: " : ""}${title} - UCL Centre for Educational Leadership`}</title>
      {bad ? <ErrorSummary state={state} idPrefix="" /> : null}
      <form action={formAction} noValidate aria-busy={pending}>
        {state.preview ? (
          <Preview preview={state.preview} values={state.values} />
        ) : (
          <Fragment key={state.turn}>
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <NudgeWords start={start} />
            <div className="form-actions">
              <button type="submit" name="step" value="preview" className={buttonClass()}>
                Read what each will read
              </button>
              <a href={home}>Not now</a>
            </div>
          </Fragment>
        )}
      </form>
    </FormContext>
  );
}

function Preview({
  preview,
  values,
}: {
  preview: NonNullable<NudgeState["preview"]>;
  values: NudgeState["values"];
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { letters, left } = preview;
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="mb-3">
        {letters.length === 0 ? "Nobody would be written to" : "This is what each will read"}
      </h2>
      <p className="mb-4 text-muted">Nothing is sent yet.</p>
      {left.length > 0 ? (
        <p className="mb-4">
          Not written to: {left.map(({ fullName, why }) => `${fullName}, who ${why}`).join("; ")}.
        </p>
      ) : null}
      <NudgeLetters letters={letters} />
      {Object.entries(values)
        .filter(([name]) => name !== "step")
        .flatMap(([name, value]) =>
          [value].flat().map((one) => <input key={name} type="hidden" name={name} value={one} />),
        )}
      <div className="form-actions">
        {letters.length > 0 ? (
          <button type="submit" name="step" value="send" className={buttonClass()}>
            {letters.length === 1 ? "Send it" : `Send all ${letters.length}`}
          </button>
        ) : null}
        <button type="submit" name="step" value="edit" className={buttonClass("plain")}>
          Go back and change it
        </button>
      </div>
    </>
  );
}
