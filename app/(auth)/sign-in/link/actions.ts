"use server";

import { browserSecret, sessionToken } from "@/lib/auth/cookies";
import { redeemLink, type SignedIn } from "@/lib/auth/redeem";
import { linkForm } from "@/lib/auth/schema";
import { now } from "@/lib/clock";
import { type FormState, parseForm, refusalState } from "@/lib/form";
import { letIn } from "../../let-in";

/** Uses up the link: the button on its page, never the opening of it. Open to everybody. */
export async function confirmLink(state: FormState, data: FormData): Promise<FormState> {
  const form = parseForm(linkForm, data, state);
  if (!form.ok) return form.state;
  let signedIn: SignedIn;
  try {
    const browser = { browserSecret: await browserSecret(), sessionToken: await sessionToken() };
    signedIn = await redeemLink({ ...form.data, ...browser }, now());
  } catch (error) {
    return refusalState(error, data, state);
  }
  return letIn(signedIn);
}
