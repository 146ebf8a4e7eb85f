"use server";

import { acceptOffer } from "@/lib/applications/answer-offer";
import { acceptFundedForm, acceptPaidForm } from "@/lib/applications/schema-offer";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";

/** Accepts the place. `place` is that of the page: which questions it asked. Whether it is funded, the verb knows. */
export async function accept(
  reference: string,
  place: "funded" | "paid",
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: place === "funded" ? acceptFundedForm : acceptPaidForm,
    verb: async (actor, acceptance, at) => {
      await acceptOffer(actor, { reference, ...acceptance }, at);
      return `/applications/${reference}?done=1`;
    },
  });
}
