"use server";

import { judgeAlternative } from "@/lib/alternatives/judge";
import { verdictForm } from "@/lib/alternatives/schema";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";

/** `id` comes bound to the form; the verb checks who reviews it. */
export async function judge(id: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: verdictForm,
    verb: async (actor, input, at) => {
      await judgeAlternative(actor, id, input, at);
      return `/staff/alternatives/${id}?done=${input.verdict}`;
    },
  });
}
