"use client";

import type { HTMLInputTypeAttribute, ReactNode } from "react";
import { fieldClass, HintAndError, LabelText } from "./field-frame";
import { describedBy, useField } from "./form-context";

export { CheckboxField, CheckboxGroup, RadioGroup } from "./choices";
export { TextArea } from "./text-area";

type Common = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Says "(optional)" after the label; everything else is needed. */
  optional?: boolean;
  defaultValue?: string;
};

const text = (typed: string | string[] | undefined, before: string | undefined) =>
  (Array.isArray(typed) ? typed[0] : typed) ?? before ?? "";

type TextFieldProps = Common & {
  type?: HTMLInputTypeAttribute;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "search" | "url";
  autoComplete?: string;
  maxLength?: number;
  /** As wide as the answer is long. */
  width?: "short" | "medium" | "long";
  spellCheck?: boolean;
};

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  width = "long",
  ...input
}: TextFieldProps) {
  const { id, error, typed } = useField(name);
  return (
    <div className={fieldClass(error)}>
      <label htmlFor={id}>
        <LabelText optional={optional}>{label}</LabelText>
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      <input
        {...input}
        id={id}
        name={name}
        className={`input input-${width}`}
        defaultValue={text(typed, defaultValue)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  );
}

/** A calendar day, YYYY-MM-DD. */
export function DateField({ min, max, ...field }: Common & { min?: string; max?: string }) {
  const { id, error, typed } = useField(field.name);
  return (
    <div className={fieldClass(error)}>
      <label htmlFor={id}>
        <LabelText optional={field.optional}>{field.label}</LabelText>
      </label>
      <HintAndError id={id} hint={field.hint} error={error} />
      <input
        type="date"
        min={min}
        max={max}
        id={id}
        name={field.name}
        className="input input-short"
        defaultValue={text(typed, field.defaultValue)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, field.hint, error)}
      />
    </div>
  );
}

/** One of a list too long for radios. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  options,
}: Common & { options: { value: string; label: string }[] }) {
  const { id, error, typed } = useField(name);
  return (
    <div className={fieldClass(error)}>
      <label htmlFor={id}>
        <LabelText optional={optional}>{label}</LabelText>
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      <select
        id={id}
        name={name}
        className="input input-medium"
        defaultValue={text(typed, defaultValue)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
