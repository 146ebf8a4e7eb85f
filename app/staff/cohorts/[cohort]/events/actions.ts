"use server";

import { act } from "@/lib/auth/act";
import { scheduleEvent } from "@/lib/events/schedule";
import { BY_CHOICE, scheduleForm } from "@/lib/events/schema";
import { spanOf } from "@/lib/events/times";
import type { FormState } from "@/lib/form";

/** Adds an event to the cohort of the page's address; the verb checks that the viewer manages it. */
export async function submitEvent(cohortId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: scheduleForm,
    verb: async (actor, { peerGroupId: whom, ...input }, at) => {
      const byChoice = whom === BY_CHOICE;
      const who = byChoice ? { byChoice } : { peerGroupId: whom, choiceUntil: null };
      const id = await scheduleEvent(actor, { ...input, ...spanOf(input), cohortId, ...who }, at);
      return `/staff/events/${id}?done=added`;
    },
  });
}
