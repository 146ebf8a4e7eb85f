"use server";

import { act } from "@/lib/auth/act";
import { retryMessage } from "@/lib/email/retry";
import { wakeOutbox } from "@/lib/email/wake";
import { buttonForm, type FormState } from "@/lib/form";

/** Sends a dead letter again. `id` comes bound to the form; who may, the verb checks. */
export async function retry(id: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await retryMessage(actor, id, at);
      wakeOutbox();
      return "/staff/emails?done=1";
    },
  });
}
