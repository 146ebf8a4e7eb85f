"use client";

import type { ReactNode } from "react";
import { fieldClass, HintAndError } from "./field-frame";
import { describedBy, useField } from "./form-context";

type Option = { value: string; label: ReactNode; hint?: ReactNode };
type GroupProps = { name: string; legend: ReactNode; hint?: ReactNode; options: Option[] };

/** One of a few. */
export function RadioGroup({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  return <ChoiceGroup {...group} type="radio" before={defaultValue ? [defaultValue] : []} />;
}

/** Any of a few; sends each ticked value under the one name. */
export function CheckboxGroup({ defaultValues = [], ...group }: GroupProps & { defaultValues?: string[] }) {
  return <ChoiceGroup {...group} type="checkbox" before={defaultValues} />;
}

/** The first choice carries the field's id, so that the error summary leads to it. */
function ChoiceGroup({
  type,
  name,
  legend,
  hint,
  options,
  before,
}: GroupProps & { type: "radio" | "checkbox"; before: string[] }) {
  const { id, error, typed, answered } = useField(name);
  const chosen = answered ? [typed].flat() : before;
  return (
    <fieldset className={fieldClass(error)} aria-describedby={describedBy(id, hint, error)}>
      <legend className="field-legend">{legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {options.map((option, at) => {
        const own = at === 0 ? id : `${id}-${option.value}`;
        return (
          <div className="choice" key={option.value}>
            <input
              type={type}
              id={own}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              aria-describedby={option.hint ? `${own}-note` : undefined}
            />
            <label htmlFor={own}>
              {option.label}
              {option.hint ? <small id={`${own}-note`}>{option.hint}</small> : null}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

/** A single tick: a declaration, an agreement. Several with one name are a CheckboxGroup. */
export function CheckboxField({
  name,
  value,
  label,
  hint,
  defaultChecked = false,
}: {
  name: string;
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultChecked?: boolean;
}) {
  const { id, error, typed, answered } = useField(name);
  const ticked = answered ? [typed].flat().includes(value) : defaultChecked;
  return (
    <div className={fieldClass(error)}>
      <HintAndError id={id} error={error} />
      <div className="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={ticked}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        <label htmlFor={id}>
          {label}
          {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
        </label>
      </div>
    </div>
  );
}
