"use server";

import { act } from "@/lib/auth/act";
import { londonTime } from "@/lib/dates";
import { scheduleEvent } from "@/lib/events/schedule";
import { scheduleForm } from "@/lib/events/schema";
import type { FormState } from "@/lib/form";

/** Adds an event to the cohort of the page's address; the verb checks that the viewer manages it. */
export async function submitEvent(cohortId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: scheduleForm,
    verb: async (actor, input, at) => {
      const { firstDay, startTime, lastDay, endTime, ...event } = input;
      const startsAt = londonTime(firstDay, startTime);
      const endsAt = londonTime(lastDay || firstDay, endTime);
      const id = await scheduleEvent(actor, { ...event, cohortId, startsAt, endsAt }, at);
      return `/staff/events/${id}?done=added`;
    },
  });
}
