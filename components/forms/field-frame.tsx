"use client";

import type { ReactNode } from "react";

/** The text of a label, with "(optional)" where that is so. */
export function LabelText({ children, optional }: { children: ReactNode; optional?: boolean | undefined }) {
  return (
    <>
      {children}
      {optional ? <span className="font-normal text-muted"> (optional)</span> : null}
    </>
  );
}

/** Hint and error, in that order, with the ids that the field is described by. */
export function HintAndError({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
}) {
  return (
    <>
      {hint ? (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

export const fieldClass = (error: string | undefined) => (error ? "field field-bad" : "field");
