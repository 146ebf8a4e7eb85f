"use client";

import { useEffect, useRef } from "react";
import type { FormState } from "@/lib/form";

/** What is wrong, first on the page, each line a link to its field. Takes the focus when the answer arrives. */
export function ErrorSummary({ state, idPrefix }: { state: FormState; idPrefix: string }) {
  const box = useRef<HTMLDivElement>(null);
  const { turn } = state;
  useEffect(() => {
    if (turn > 0) box.current?.focus();
  }, [turn]);
  const errors = Object.entries(state.errors);
  return (
    <div
      ref={box}
      className="error-summary"
      tabIndex={-1}
      role="alert"
      aria-labelledby={`${idPrefix}error-title`}
    >
      <h2 id={`${idPrefix}error-title`}>There is a problem</h2>
      {state.problem ? <p>{state.problem}</p> : null}
      {errors.length > 0 ? (
        <ul>
          {errors.map(([name, message]) => (
            <li key={name}>
              <a href={`#${idPrefix}${name}`}>{message}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
