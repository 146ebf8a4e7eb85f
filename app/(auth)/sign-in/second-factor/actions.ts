"use server";

import { actAsAnyone } from "@/lib/auth/act";
import { sessionToken } from "@/lib/auth/cookies";
import { giveSecondFactor } from "@/lib/auth/second-factor/give";
import { factorForm } from "@/lib/auth/second-factor/schema";
import { machineTime } from "@/lib/clock";
import type { FormState } from "@/lib/form";
import { letIn } from "../../let-in";

/** The code of the second factor, for a session that waits for one. */
export async function finishSigningIn(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: factorForm,
    verb: async ({ code, returnTo }, at) => {
      const given = { code, codeAt: machineTime(), sessionToken: await sessionToken() };
      return letIn({ ...(await giveSecondFactor(given, at)), returnTo: returnTo ?? null });
    },
  });
}
