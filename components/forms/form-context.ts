"use client";

import { createContext, useContext } from "react";
import { EMPTY_FORM, type FormState } from "@/lib/form";

type FormContextValue = { state: FormState; idPrefix: string };

export const FormContext = createContext<FormContextValue>({ state: EMPTY_FORM, idPrefix: "" });

/**
 * What a field needs to know of its form: its id, its error, what was typed. For fields of one's own inside an
 * ActionForm. `typed` is undefined until the form has been answered once.
 */
export function useField(name: string) {
  const { state, idPrefix } = useContext(FormContext);
  const id = `${idPrefix}${name}`;
  const error = state.errors[name];
  const typed = state.values[name];
  return { id, error, typed, answered: state.turn > 0 };
}

/** The ids that describe a field, in the order they are read out. */
export function describedBy(
  id: string,
  hint: unknown,
  error: string | undefined,
  more?: string,
): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : "", more ?? ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
