"use server";

import { resendAsStaff } from "@/lib/applications/endorsement/resend";
import { resendForm } from "@/lib/applications/schema-endorsement";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";

/** What staff do about a sponsor. `applicationId` comes bound to the form; the verb checks the scope. */

export async function resend(applicationId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: resendForm,
    verb: async (actor, { seen }, at) => {
      await resendAsStaff(actor, { applicationId, seen }, at);
      return `/staff/applications/${applicationId}`;
    },
  });
}
