"use server";

import { rejectApplication } from "@/lib/applications/decide";
import { previewRejection } from "@/lib/applications/preview-rejection";
import { rejectionForm } from "@/lib/applications/schema";
import type { RejectionState } from "@/lib/applications/schema-reasons";
import { act } from "@/lib/auth/act";
import { typedValues } from "@/lib/form";

/**
 * A rejection in its steps: choose the reasons, read what the applicant will read, send it. Only sending writes.
 * `applicationId` comes bound to the form; the verb checks the scope.
 */
export async function reject(
  applicationId: string,
  state: RejectionState,
  data: FormData,
): Promise<RejectionState> {
  return act(state, data, {
    schema: rejectionForm,
    verb: async (actor, { step, ...input }, at) => {
      if (step === "send") {
        await rejectApplication(actor, { ...input, applicationId }, at);
        return `/staff/applications/${applicationId}?done=1`;
      }
      const letter = await previewRejection(actor, { ...input, applicationId });
      const form = { errors: {}, values: typedValues(data), turn: state.turn + 1 };
      return step === "preview" ? { ...form, letter } : form;
    },
  });
}
