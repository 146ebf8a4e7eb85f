"use client";

import type { ReactNode } from "react";
import { fieldClass, HintAndError } from "./field-frame";
import { describedBy, useField } from "./form-context";

/**
 * A mark on a scale, as radios in a row. Each number has its word, which is seen where there is room; where there is
 * not, the two ends are.
 */
export function ScaleField({
  name,
  legend,
  hint,
  words,
  defaultValue,
}: {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  /** One for each number from 1 on; an empty one says nothing. */
  words: readonly string[];
  defaultValue?: string;
}) {
  const { id, error, typed, answered } = useField(name);
  const chosen = answered ? [typed].flat()[0] : defaultValue;
  return (
    <fieldset className={fieldClass(error)} aria-describedby={describedBy(id, hint, error)}>
      <legend className="field-legend">{legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      <div className="scale">
        {words.map((word, index) => {
          const value = String(index + 1);
          const own = index === 0 ? id : `${id}-${value}`;
          return (
            <label key={value} htmlFor={own} className="scale-step">
              <input type="radio" id={own} name={name} value={value} defaultChecked={value === chosen} />
              <b>{value}</b>
              {word ? <small>{word}</small> : null}
            </label>
          );
        })}
      </div>
      <p className="scale-ends" aria-hidden="true">
        <span>1: {words[0]}</span>
        <span>
          {words.length}: {words.at(-1)}
        </span>
      </p>
    </fieldset>
  );
}
