"use server";

import { saveOption } from "@/lib/alternatives/options";
import { optionForm } from "@/lib/alternatives/schema";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";

/** Programme and activity come bound to the form, null for a new one; the verb checks who saves it. */
export async function save(
  slug: string,
  optionId: string | null,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: optionForm,
    verb: async (actor, input, at) => {
      await saveOption(actor, slug, optionId, input, at);
      return `/staff/programmes/${encodeURIComponent(slug)}/alternatives?done=saved`;
    },
  });
}
