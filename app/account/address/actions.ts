"use server";

import { act } from "@/lib/auth/act";
import { askToChangeAddress } from "@/lib/auth/change-address";
import { keptBrowserSecret, requestIp, sessionToken } from "@/lib/auth/cookies";
import { addressForm } from "@/lib/auth/schema";
import type { FormState } from "@/lib/form";

/** Sends the link that confirms a new address. Nothing changes until it is used. */
export async function askForNewAddress(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: addressForm,
    verb: async (actor, input, at) => {
      const browser = { browserSecret: await keptBrowserSecret(), sessionToken: await sessionToken() };
      await askToChangeAddress(actor, { ...input, ...browser, clientIp: await requestIp() }, at);
      return "/sign-in/check-your-email";
    },
  });
}
