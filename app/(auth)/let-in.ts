import "server-only";
import { redirect } from "next/navigation";
import { keepSession } from "@/lib/auth/cookies";
import type { SignedIn } from "@/lib/auth/redeem";
import { homeFor } from "./home-for";

/** Gives the browser its session and sends it on its way. */
export async function letIn(signedIn: SignedIn): Promise<never> {
  await keepSession(signedIn.token, signedIn.cookieSeconds);
  if (signedIn.purpose === "change_address") redirect("/account?changed=address");
  redirect(signedIn.returnTo ?? (await homeFor(signedIn.actor)));
}
