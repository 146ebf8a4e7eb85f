"use server";

import { actAsAnyone } from "@/lib/auth/act";
import { requestIp } from "@/lib/auth/cookies";
import { askQuestion } from "@/lib/enquiries/ask";
import { questionForm } from "@/lib/enquiries/schema";
import type { FormState } from "@/lib/form";

/** Asks a question. Open to everybody. */
export async function ask(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: questionForm,
    verb: async (input, at) => {
      const { reference } = await askQuestion({ ...input, clientIp: await requestIp() }, at);
      return `/contact/${reference}`;
    },
  });
}
