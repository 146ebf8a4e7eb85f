"use server";

import { redirect } from "next/navigation";
import { askForLink } from "@/lib/auth/ask-for-link";
import { keptBrowserSecret, requestIp } from "@/lib/auth/cookies";
import { askForm } from "@/lib/auth/schema";
import { now } from "@/lib/clock";
import { type FormState, parseForm, refusalState } from "@/lib/form";

/** Asks for a link to sign in with. Open to everybody. */
export async function askToSignIn(state: FormState, data: FormData): Promise<FormState> {
  const form = parseForm(askForm, data, state);
  if (!form.ok) return form.state;
  try {
    const browserSecret = await keptBrowserSecret();
    await askForLink({ ...form.data, browserSecret, clientIp: await requestIp() }, now());
  } catch (error) {
    return refusalState(error, data, state);
  }
  redirect("/sign-in/check-your-email");
}
