"use client";

import { useField } from "./form-context";

type Part = { key: string; name: string; more?: string };

/**
 * A list to put in order: each entry with the place it is to have and, where that is offered, a tick to take it out.
 * The place's number is typed, so that it works for everybody: no dragging. The other half is lib/form-order.ts.
 */
export function OrderFields({ parts, takeOut = false }: { parts: readonly Part[]; takeOut?: boolean }) {
  return (
    <ol className={takeOut ? "order-list order-list-out" : "order-list"}>
      {parts.map((part, index) => (
        <OrderRow key={part.key} part={part} index={index} takeOut={takeOut} />
      ))}
    </ol>
  );
}

function OrderRow({ part, index, takeOut }: { part: Part; index: number; takeOut: boolean }) {
  const place = useField(`place${index}`);
  const out = useField(`out${index}`);
  const error = place.error ?? out.error;
  return (
    <li>
      <input type="hidden" name={`key${index}`} value={part.key} />
      <span>
        {part.name}
        {part.more ? <small className="block text-muted">{part.more}</small> : null}
      </span>
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
      {takeOut ? (
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
      ) : null}
    </li>
  );
}
