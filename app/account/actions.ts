"use server";

import { act } from "@/lib/auth/act";
import { forgetSession } from "@/lib/auth/cookies";
import { nothingForm } from "@/lib/auth/schema";
import { signOutEverywhere } from "@/lib/auth/sign-out";
import type { FormState } from "@/lib/form";

/** Signs the viewer out of every browser, this one included. */
export async function endAllSessions(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: nothingForm,
    verb: async (actor, _, at) => {
      await signOutEverywhere(actor, at);
      await forgetSession();
      return "/sign-in?reason=signed-out-everywhere";
    },
  });
}
