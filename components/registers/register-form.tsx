"use client";

import { Fragment, useActionState, useMemo } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { keepingForm } from "@/components/forms/keeping-form";
import { buttonClass } from "@/components/ui/button";
import type { RegisterMark } from "@/lib/engagement/schema";
import type { RegisterState } from "@/lib/events/schema";
import { markByKey } from "./mark-keys";
import { MarkRow, OwnRow } from "./mark-row";
import { RegisterReviewStep } from "./register-review-step";

export type Row = {
  enrolmentId: string;
  /** What the person's mark is called in the form. */
  name: string;
  /** And for how many minutes, for who was there for part of it. */
  minutesName: string;
  minutes: string;
  fullName: string;
  /** Where they work, and of which group a guest is. */
  about: string;
  /** Has said that they cannot come, and what they said with it. */
  sorry: boolean;
  sorryNote: string;
  /** The viewer's own line, which somebody else marks. */
  own: boolean;
  /** What stands or is proposed. */
  mark: RegisterMark | null;
  /** What stood in the register when the page was made, and what the form calls it. */
  was: string;
  wasName: string;
};
type Props = {
  action: (state: RegisterState, data: FormData) => Promise<RegisterState>;
  title: string;
  /** How long being there in full counts for. */
  fullMinutes: number;
  rows: Row[];
};

// Spelled out, and types only from the schema: nothing that parses forms needs to reach the browser.
const START: RegisterState = { errors: {}, values: {}, turn: 0 };

/**
 * An event's register: everybody present or absent, then what saving would do, then saved. Its own form, since
 * its buttons send different steps; without JavaScript each step is a page.
 */
export function RegisterForm({ action, title, fullMinutes, rows }: Props) {
  const kept = useMemo(() => keepingForm(action), [action]);
  const [state, formAction, pending] = useActionState(kept, START);
  const bad = state.problem !== undefined || Object.keys(state.errors).length > 0;
  return (
    <>
      <title>{`${bad ? "Error: " : ""}${title} - UCL Centre for Educational Leadership`}</title>
      {bad ? <ErrorSummary state={state} idPrefix="" /> : null}
      <form action={formAction} aria-busy={pending}>
        {state.review ? (
          <RegisterReviewStep review={state.review} values={state.values} error={state.errors.reason} />
        ) : (
          <Fragment key={state.turn}>
            {/* First in the form, so that Enter reviews rather than marks. */}
            <button type="submit" name="step" value="review" className="sr-only" tabIndex={-1} aria-hidden>
              Review and save
            </button>
            <p className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2">
              {rows.filter(({ sorry }) => !sorry).length} expected.
              <button
                type="submit"
                name="step"
                value="rest-present"
                className={buttonClass("secondary", true)}
              >
                Mark everyone else as present
              </button>
            </p>
            <p className="keys-hint">
              By keyboard: <kbd>P</kbd> present, <kbd>A</kbd> absent, a number for the minutes of a part. Each
              goes on to the next person.
            </p>
            <ul className="stack-list register-list" onKeyDown={markByKey}>
              {rows.map((row) =>
                row.own ? (
                  <OwnRow key={row.enrolmentId} row={row} />
                ) : (
                  <MarkRow key={row.enrolmentId} row={row} state={state} fullMinutes={fullMinutes} />
                ),
              )}
            </ul>
            <div className="form-actions">
              <button type="submit" name="step" value="review" className={buttonClass()}>
                Review and save
              </button>
            </div>
          </Fragment>
        )}
      </form>
    </>
  );
}
