"use server";

import { act } from "@/lib/auth/act";
import { markChangesSeen } from "@/lib/engagement/mark-seen";
import { seenForm } from "@/lib/engagement/schema";
import type { FormState } from "@/lib/form";

/** The viewer's own bookmark; the enrolment comes bound to the form and the verb checks whose it is. */
export async function markSeen(
  { enrolmentId, cohortId }: { enrolmentId: string; cohortId: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: seenForm,
    verb: async (actor, { until }, at) => {
      await markChangesSeen(actor, { enrolmentId, until }, at);
      return `/dashboard/changes?cohort=${encodeURIComponent(cohortId)}`;
    },
  });
}
