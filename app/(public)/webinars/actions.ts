"use server";

import { actAsAnyone } from "@/lib/auth/act";
import { requestIp } from "@/lib/auth/cookies";
import { buttonForm, type FormState } from "@/lib/form";
import { giveUpPlace } from "@/lib/webinars/give-up";
import { registerForWebinar } from "@/lib/webinars/register";
import { registrationForm } from "@/lib/webinars/schema";

/** Registers somebody. Open to everybody; the webinar's identifier comes bound to the form. */
export async function register(webinarId: string, state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: registrationForm,
    verb: async (input, at) => {
      await registerForWebinar({ ...input, webinarId, clientIp: await requestIp() }, at);
      return `/webinars/${webinarId}/registered`;
    },
  });
}

/** Gives up the place of whoever has the personal link. */
export async function giveUp(token: string, state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: buttonForm,
    verb: async (_, at) => {
      await giveUpPlace(token, at);
      return `/webinars/places/${token}`;
    },
  });
}
