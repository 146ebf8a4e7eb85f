"use server";

import { act } from "@/lib/auth/act";
import { recordException } from "@/lib/engagement/assessment-exception";
import { enterFor, type ForWhom } from "@/lib/engagement/enter-for";
import { excuse } from "@/lib/engagement/excuse";
import { entryForm, excusalForm } from "@/lib/engagement/schema-entries";
import type { FormState } from "@/lib/form";

/** What staff do in a participant's file; whom it is about comes bound to the form, and the verbs look who may. */

const file = ({ cohortId, enrolmentId }: Omit<ForWhom, "milestoneId">) =>
  `/staff/cohorts/${cohortId}/participants/${enrolmentId}`;

export async function enter(whom: ForWhom, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: entryForm,
    verb: async (actor, input, at) => {
      await enterFor(actor, whom, input, at);
      return `${file(whom)}?done=entered`;
    },
  });
}

export async function excuseFrom(whom: ForWhom, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: excusalForm,
    verb: async (actor, input, at) => {
      await excuse(actor, whom, input, at);
      return `${file(whom)}?done=${input.granted === "yes" ? "excused" : "required"}`;
    },
  });
}

export async function except(
  whom: Omit<ForWhom, "milestoneId">,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: excusalForm,
    verb: async (actor, input, at) => {
      await recordException(actor, whom, input, at);
      return `${file(whom)}?done=${input.granted === "yes" ? "excepted" : "not_excepted"}`;
    },
  });
}
