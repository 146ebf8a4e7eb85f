"use client";

import { type ReactNode, useState } from "react";
import { fieldClass, HintAndError, LabelText } from "./field-frame";
import { describedBy, useField } from "./form-context";
import { wordsIn, wordsLeft } from "./words";

/** Several lines of text. With `words`, the count goes along as one types; without JavaScript the limit is said. */
export function TextArea({
  name,
  label,
  hint,
  optional,
  defaultValue = "",
  rows = 6,
  maxLength,
  words,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  defaultValue?: string;
  rows?: number;
  maxLength?: number;
  /** How many words are asked for at most. */
  words?: number;
}) {
  const { id, error, typed } = useField(name);
  const start = (Array.isArray(typed) ? typed[0] : typed) ?? defaultValue;
  const [count, setCount] = useState<number | null>(null);
  const over = words !== undefined && count !== null && count > words;
  return (
    <div className={fieldClass(error)}>
      <label htmlFor={id}>
        <LabelText optional={optional}>{label}</LabelText>
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        className="input input-long"
        defaultValue={start}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error, words ? `${id}-count` : undefined)}
        onInput={words ? (event) => setCount(wordsIn(event.currentTarget.value)) : undefined}
      />
      {words ? (
        <p
          id={`${id}-count`}
          className={over ? "word-count word-count-over" : "word-count"}
          aria-live="polite"
        >
          {wordsLeft(count, words)}
        </p>
      ) : null}
    </div>
  );
}
