"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { type FormState, typedValues } from "@/lib/form";

type Action<State extends FormState> = (state: State, data: FormData) => Promise<State>;

const OUT_OF_DATE =
  "The portal was updated while you had this page open, so nothing was saved. Copy what you typed, then please reload the page and send it again.";
const NO_ANSWER =
  "The portal did not answer as it should, and this may not have been saved. What you typed is still here: send it again in a minute.";

/**
 * The action, but for a form that stays: where it is not known any more (a new release came) or gives no answer (the
 * network, a fault), the person gets the form again with what they typed, instead of an error page in its place.
 */
export function keepingForm<State extends FormState>(action: Action<State>): Action<State> {
  // Made on the server, the form carries the action itself, for browsers without scripts.
  if (typeof window === "undefined") return action;
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      // Redirects and "not found" travel as errors.
      unstable_rethrow(error);
      const problem = unstable_isUnrecognizedActionError(error) ? OUT_OF_DATE : NO_ANSWER;
      return { ...state, errors: {}, values: typedValues(data), turn: state.turn + 1, problem };
    }
  };
}
