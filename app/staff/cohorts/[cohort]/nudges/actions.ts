"use server";

import { act } from "@/lib/auth/act";
import { previewNudge } from "@/lib/engagement/nudges";
import { type NudgeState, nudgeForm } from "@/lib/engagement/schema-nudges";
import { sendNudge } from "@/lib/engagement/send-nudge";
import { typedValues } from "@/lib/form";

/** A nudge in its steps: the words, every letter as it will be read, sent. The verbs look who may. */
export async function nudge(cohortId: string, state: NudgeState, data: FormData): Promise<NudgeState> {
  return act(state, data, {
    schema: nudgeForm,
    verb: async (actor, { step, ...input }, at) => {
      if (step === "send")
        return `/staff/cohorts/${cohortId}/nudges/${await sendNudge(actor, cohortId, input, at)}`;
      const preview = await previewNudge(actor, cohortId, input, at);
      const form = { errors: {}, values: typedValues(data), turn: state.turn + 1 };
      return step === "preview" ? { ...form, preview } : form;
    },
  });
}
