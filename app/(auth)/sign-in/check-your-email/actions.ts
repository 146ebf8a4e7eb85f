"use server";

import { browserSecret, requestIp, sessionToken } from "@/lib/auth/cookies";
import { redeemCode, type SignedIn } from "@/lib/auth/redeem";
import { codeForm } from "@/lib/auth/schema";
import { now } from "@/lib/clock";
import { type FormState, parseForm, refusalState } from "@/lib/form";
import { letIn } from "../../let-in";

/** Signs in with the code from the e-mail, in the browser that asked for it. Open to everybody. */
export async function signInWithCode(state: FormState, data: FormData): Promise<FormState> {
  const form = parseForm(codeForm, data, state);
  if (!form.ok) return form.state;
  let signedIn: SignedIn;
  try {
    const browser = { browserSecret: await browserSecret(), sessionToken: await sessionToken() };
    signedIn = await redeemCode({ ...form.data, ...browser, clientIp: await requestIp() }, now());
  } catch (error) {
    return refusalState(error, data, state);
  }
  return letIn(signedIn);
}
