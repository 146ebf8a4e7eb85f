"use server";

import { redirect } from "next/navigation";
import { askToChangeAddress } from "@/lib/auth/change-address";
import { keptBrowserSecret, requestIp, sessionToken } from "@/lib/auth/cookies";
import { addressForm } from "@/lib/auth/schema";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { type FormState, parseForm, refusalState } from "@/lib/form";

/** Sends the link that confirms a new address. Nothing changes until it is used. */
export async function askForNewAddress(state: FormState, data: FormData): Promise<FormState> {
  const actor = await requireViewer("/account/address");
  const form = parseForm(addressForm, data, state);
  if (!form.ok) return form.state;
  try {
    const browser = { browserSecret: await keptBrowserSecret(), sessionToken: await sessionToken() };
    await askToChangeAddress(actor, { ...form.data, ...browser, clientIp: await requestIp() }, now());
  } catch (error) {
    return refusalState(error, data, state);
  }
  redirect("/sign-in/check-your-email");
}
