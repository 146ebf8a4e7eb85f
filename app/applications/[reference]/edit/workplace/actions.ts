"use server";

import { chooseWorkplace } from "@/lib/applications/choose-workplace";
import { stepAfter } from "@/lib/applications/queries";
import { workplaceForm } from "@/lib/applications/schema-workplace";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";

/** Saves the school or trust that was chosen from the register, and goes on as the other pages do. */
export async function choose(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: workplaceForm,
    verb: async (actor, { version, choice, leave, from }, at) => {
      await chooseWorkplace(actor, { reference, version, ...choice }, at);
      const home = `/applications/${reference}`;
      if (from) return `${home}/check`;
      if (leave) return `${home}?done=1`;
      return `${home}/edit/${await stepAfter(actor, reference, "workplace", at)}`;
    },
  });
}
