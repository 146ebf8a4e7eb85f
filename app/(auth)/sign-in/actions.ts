"use server";

import { actAsAnyone } from "@/lib/auth/act";
import { askForLink } from "@/lib/auth/ask-for-link";
import { keptBrowserSecret, requestIp } from "@/lib/auth/cookies";
import { startAtProvider } from "@/lib/auth/provider/start";
import { askForm, providerForm } from "@/lib/auth/schema";
import type { FormState } from "@/lib/form";

/** Asks for a link to sign in with. Open to everybody. */
export async function askToSignIn(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: askForm,
    verb: async (input, at) => {
      const browserSecret = await keptBrowserSecret();
      await askForLink({ ...input, browserSecret, clientIp: await requestIp() }, at);
      return "/sign-in/check-your-email";
    },
  });
}

/** Goes to the staff's provider. Open to everybody: who works here shows when they come back. */
export async function goToProvider(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: providerForm,
    verb: async ({ returnTo }, at) => {
      const browserSecret = await keptBrowserSecret();
      await startAtProvider({ returnTo, browserSecret, clientIp: await requestIp() }, at);
      return "/sign-in/provider";
    },
  });
}
