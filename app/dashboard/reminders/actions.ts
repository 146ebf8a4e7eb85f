"use server";

import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";
import { chooseFrequency } from "@/lib/reminders/choose";
import { frequencyForm } from "@/lib/reminders/schema";

/** The viewer's own choice. */
export async function chooseMine(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: frequencyForm,
    verb: async (actor, { frequency }, at) => {
      await chooseFrequency(actor, frequency, at);
      return "/dashboard/reminders?done=saved";
    },
  });
}
