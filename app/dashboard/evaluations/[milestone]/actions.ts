"use server";

import { act } from "@/lib/auth/act";
import { evaluationForm } from "@/lib/evaluations/schema";
import { sendEvaluation } from "@/lib/evaluations/send";
import { type FormState, typedValues } from "@/lib/form";

/** The milestone comes from the page's address; the verb checks that it is the viewer's own. */
export async function submitEvaluation(
  milestoneId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: evaluationForm,
    verb: async (actor, input, at) => {
      const errors = await sendEvaluation(actor, { ...input, milestoneId }, at);
      if (Object.keys(errors).length === 0)
        return `/dashboard/evaluations/${encodeURIComponent(milestoneId)}?done=sent`;
      return { errors, values: typedValues(data), turn: state.turn + 1 };
    },
  });
}
