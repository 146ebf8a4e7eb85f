"use server";

import { actAsAnyone } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";
import { chooseByLink } from "@/lib/reminders/choose";
import { frequencyByLinkForm } from "@/lib/reminders/schema";

/** The choice of whoever has the link out of a reminder. Open to everybody: the link says whose it is. */
export async function chooseHere(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: frequencyByLinkForm,
    verb: async ({ token, frequency }, at) => {
      await chooseByLink(token, frequency, at);
      return `/reminders/${encodeURIComponent(token)}?done=saved`;
    },
  });
}
