"use server";

import { waitingOrderForm } from "@/lib/applications/schema";
import { reorderWaitingList } from "@/lib/applications/waiting-list";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";

/** Saves the waiting list's order; the verb checks that the viewer manages the cohort of the page's address. */
export async function submitWaitingOrder(
  cohortId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: waitingOrderForm,
    verb: async (actor, input, at) => {
      await reorderWaitingList(actor, { ...input, cohortId }, at);
      return `/staff/cohorts/${cohortId}/seats?done=1`;
    },
  });
}
