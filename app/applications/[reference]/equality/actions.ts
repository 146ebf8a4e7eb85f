"use server";

import { answerEquality } from "@/lib/applications/answer-equality";
import { equalityForm } from "@/lib/applications/schema-equality";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";

/** Takes the answers to the equality questions, or that somebody would rather not answer. */
export async function answer(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: equalityForm,
    verb: async (actor, answers, at) => {
      await answerEquality(actor, { reference, answers }, at);
      return `/applications/${reference}?done=equality`;
    },
  });
}
