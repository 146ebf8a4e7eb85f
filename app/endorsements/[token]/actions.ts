"use server";

import { answerEndorsement } from "@/lib/applications/endorsement/answer";
import { resendAsSponsor } from "@/lib/applications/endorsement/resend";
import { answerForm } from "@/lib/applications/schema-endorsement";
import { actAsAnyone } from "@/lib/auth/act";
import { requestIp } from "@/lib/auth/cookies";
import { buttonForm, type FormState } from "@/lib/form";

/** What a sponsor does by their personal link. `token` comes bound to the form; the verb looks it up. */

export async function answer(token: string, state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: answerForm,
    verb: async (input, at) => {
      const taken = await answerEndorsement({ ...input, token, clientIp: await requestIp() }, at);
      return `/endorsements/${token}?said=${taken ? "now" : "before"}`;
    },
  });
}

export async function askAgain(token: string, state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: buttonForm,
    verb: async (_, at) => {
      await resendAsSponsor({ token, clientIp: await requestIp() }, at);
      return `/endorsements/${token}?said=sent`;
    },
  });
}
