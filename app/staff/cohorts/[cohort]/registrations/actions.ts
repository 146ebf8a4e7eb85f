"use server";

import { uploadRegistrations } from "@/lib/applications/registrations/upload";
import { uploadForm } from "@/lib/applications/schema-registrations";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";

/** Takes DfE's list for the cohort of the page's address; the verb checks that the viewer manages it. */
export async function submitRegistrations(
  cohortId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: uploadForm,
    verb: async (actor, _, at) => {
      const sent = data.get("file");
      const file =
        sent instanceof File ? { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) } : null;
      const id = await uploadRegistrations(actor, { cohortId, file }, at);
      return `/staff/cohorts/${cohortId}/registrations/${id}?done=taken`;
    },
  });
}
