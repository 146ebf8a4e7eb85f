"use server";

import { act } from "@/lib/auth/act";
import { answerCorrection } from "@/lib/corrections/answer";
import { answerForm } from "@/lib/corrections/schema";
import type { FormState } from "@/lib/form";

/** `id` comes bound to the form; the verb checks who answers. */
export async function answer(id: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: answerForm,
    verb: async (actor, input, at) => {
      await answerCorrection(actor, id, input, at);
      return `/staff/corrections/${id}?done=answered`;
    },
  });
}
