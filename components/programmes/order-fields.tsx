"use client";

import { useField } from "@/components/forms/form-context";

type Part = { key: string; name: string };

/** Each part with the place it is to have and a tick to take it out. The place's number is typed: no dragging. */
export function OrderFields({ parts }: { parts: readonly Part[] }) {
  return (
    <ol className="order-list">
      {parts.map((part, index) => (
        <OrderRow key={part.key} part={part} index={index} />
      ))}
    </ol>
  );
}

function OrderRow({ part, index }: { part: Part; index: number }) {
  const place = useField(`place${index}`);
  const out = useField(`out${index}`);
  const error = place.error ?? out.error;
  return (
    <li>
      <input type="hidden" name={`key${index}`} value={part.key} />
      <span id={`part-${index}`}>{part.name}</span>
      {error ? (
        <strong className="field-error" id={`${place.id}-error`}>
          {error}
        </strong>
      ) : null}
      <label className="order-place">
        <span className="sr-only">{part.name}: </span>place{" "}
        <input
          className="input"
          id={place.id}
          name={`place${index}`}
          inputMode="numeric"
          maxLength={2}
          autoComplete="off"
          defaultValue={typeof place.typed === "string" ? place.typed : String(index + 1)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${place.id}-error` : undefined}
        />
      </label>
      <label className="order-out">
        <input
          type="checkbox"
          id={out.id}
          name={`out${index}`}
          value="yes"
          defaultChecked={out.answered && out.typed === "yes"}
        />{" "}
        take out<span className="sr-only"> {part.name}</span>
      </label>
    </li>
  );
}
