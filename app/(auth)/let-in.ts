import "server-only";
import { keepSession } from "@/lib/auth/cookies";
import type { SignedIn } from "@/lib/auth/redeem";
import { safeReturnTo } from "@/lib/auth/return-to";
import { homeFor } from "./home-for";

type Entry = Omit<SignedIn, "purpose"> & { purpose?: SignedIn["purpose"] };

/** Gives the browser its session; gives the path to go on to. Staff may have a step more to do there (lib/auth/session.ts). */
export async function letIn(signedIn: Entry): Promise<string> {
  await keepSession(signedIn.token, signedIn.cookieSeconds);
  if (signedIn.purpose === "change_address") return "/account?changed=address";
  return safeReturnTo(signedIn.returnTo) ?? homeFor(signedIn.actor);
}
