"use server";

import { redirect } from "next/navigation";
import { forgetSession } from "@/lib/auth/cookies";
import { nothingForm } from "@/lib/auth/schema";
import { requireViewer } from "@/lib/auth/session";
import { signOutEverywhere } from "@/lib/auth/sign-out";
import { now } from "@/lib/clock";
import { type FormState, parseForm, refusalState } from "@/lib/form";

/** Signs the viewer out of every browser, this one included. */
export async function endAllSessions(state: FormState, data: FormData): Promise<FormState> {
  const actor = await requireViewer("/account");
  const form = parseForm(nothingForm, data, state);
  if (!form.ok) return form.state;
  try {
    await signOutEverywhere(actor, now());
  } catch (error) {
    return refusalState(error, data, state);
  }
  await forgetSession();
  redirect("/sign-in?reason=signed-out-everywhere");
}
