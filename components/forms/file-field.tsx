"use client";

import type { ReactNode } from "react";
import { fieldClass, HintAndError, LabelText } from "./field-frame";
import { describedBy, useField } from "./form-context";

/** One file to send. A browser does not give it a second time: after an error it is chosen again. */
export function FileField({
  name,
  label,
  hint,
  accept,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Kinds that the browser offers first, ".csv,text/csv"; what the file is, the server looks at for itself. */
  accept: string;
}) {
  const { id, error } = useField(name);
  return (
    <div className={fieldClass(error)}>
      <label htmlFor={id}>
        <LabelText>{label}</LabelText>
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      <input
        type="file"
        accept={accept}
        id={id}
        name={name}
        className="input input-long"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  );
}
