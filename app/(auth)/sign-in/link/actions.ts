"use server";

import { actAsAnyone } from "@/lib/auth/act";
import { browserSecret, sessionToken } from "@/lib/auth/cookies";
import { redeemLink } from "@/lib/auth/redeem";
import { linkForm } from "@/lib/auth/schema";
import type { FormState } from "@/lib/form";
import { letIn } from "../../let-in";

/** Uses up the link: the button on its page, never the opening of it. Open to everybody. */
export async function confirmLink(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: linkForm,
    verb: async (input, at) => {
      const browser = { browserSecret: await browserSecret(), sessionToken: await sessionToken() };
      return letIn(await redeemLink({ ...input, ...browser }, at));
    },
  });
}
