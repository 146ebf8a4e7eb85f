"use server";

import { act } from "@/lib/auth/act";
import { discardEvaluationDraft, publishEvaluationDraft, saveEvaluationDraft } from "@/lib/evaluations/draft";
import { draftForm, draftTokenForm } from "@/lib/evaluations/schema-draft";
import { afterStep, valuesOf } from "@/lib/evaluations/schema-rows";
import type { FormState } from "@/lib/form";

/** The programme and its module, bound to the form; the verbs check that the viewer is an administrator. */
type Which = { slug: string; module: number };

const list = ({ slug }: Which) => `/staff/programmes/${encodeURIComponent(slug)}/evaluations`;
const preview = (which: Which, done: string) => `${list(which)}/${which.module}/preview?done=${done}`;

/** Saves the questions; or adds one, takes one out or moves one, which changes the form alone. */
export async function writeQuestions(which: Which, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: draftForm,
    verb: async (actor, { token, step, rows, questions }, at) => {
      if (step !== "save")
        return { errors: {}, values: { token, ...valuesOf(afterStep(rows, step)) }, turn: state.turn + 1 };
      await saveEvaluationDraft(actor, { ...which, token, questions }, at);
      return preview(which, "saved");
    },
  });
}

export async function publishQuestions(which: Which, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: draftTokenForm,
    verb: async (actor, { token }, at) => {
      await publishEvaluationDraft(actor, { ...which, token }, at);
      return preview(which, "published");
    },
  });
}

export async function discardQuestions(which: Which, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: draftTokenForm,
    verb: async (actor, { token }, at) => {
      await discardEvaluationDraft(actor, { ...which, token }, at);
      return `${list(which)}?done=discarded`;
    },
  });
}
