"use server";

import { changeSponsor } from "@/lib/applications/endorsement/change-sponsor";
import { resendAsApplicant } from "@/lib/applications/endorsement/resend";
import { resendForm, sponsorForm } from "@/lib/applications/schema-endorsement";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";

/** What applicants do about their sponsor. `reference` comes bound to the form; whose it is, the verb checks. */

export async function resend(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: resendForm,
    verb: async (actor, { seen }, at) => {
      await resendAsApplicant(actor, { reference, seen }, at);
      return `/applications/${reference}?done=1`;
    },
  });
}

export async function change(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: sponsorForm,
    verb: async (actor, input, at) => {
      await changeSponsor(actor, { ...input, reference }, at);
      return `/applications/${reference}?done=1`;
    },
  });
}
