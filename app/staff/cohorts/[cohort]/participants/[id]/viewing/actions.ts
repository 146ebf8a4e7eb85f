"use server";

import { act } from "@/lib/auth/act";
import { sessionToken } from "@/lib/auth/cookies";
import { beginViewing } from "@/lib/auth/viewing/look";
import type { FormState } from "@/lib/form";
import { viewingForm } from "@/lib/people/schema";

/** Begins a look at a participant's pages. Both identifiers come bound from the page; the verb checks them. */
export async function look(
  cohortId: string,
  enrolmentId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: viewingForm,
    verb: async (actor, { reason }, at) => {
      await beginViewing(actor, { cohortId, enrolmentId, reason, sessionToken: await sessionToken() }, at);
      return `/dashboard?cohort=${encodeURIComponent(cohortId)}`;
    },
  });
}
