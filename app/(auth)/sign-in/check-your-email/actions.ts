"use server";

import { actAsAnyone } from "@/lib/auth/act";
import { browserSecret, requestIp, sessionToken } from "@/lib/auth/cookies";
import { redeemCode } from "@/lib/auth/redeem";
import { codeForm } from "@/lib/auth/schema";
import type { FormState } from "@/lib/form";
import { letIn } from "../../let-in";

/** Signs in with the code from the e-mail, in the browser that asked for it. Open to everybody. */
export async function signInWithCode(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: codeForm,
    verb: async (input, at) => {
      const browser = { browserSecret: await browserSecret(), sessionToken: await sessionToken() };
      return letIn(await redeemCode({ ...input, ...browser, clientIp: await requestIp() }, at));
    },
  });
}
