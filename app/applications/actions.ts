"use server";

import type { z } from "zod";
import { acceptOffer, declineOffer } from "@/lib/applications/answer-offer";
import { saveDraft } from "@/lib/applications/save-draft";
import {
  acceptForm,
  buttonForm,
  declineForm,
  STEP_ORDER,
  STEPS,
  type StepAnswers,
  startForm,
  submission,
} from "@/lib/applications/schema";
import { startApplication } from "@/lib/applications/start";
import { submitApplication } from "@/lib/applications/submit";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { act } from "@/lib/auth/act";
import { NotFound } from "@/lib/errors";
import type { FormState } from "@/lib/form";

/** The applicant's steps. `reference` comes bound to the form; whose it is, the verb checks. */

const home = (reference: string) => `/applications/${reference}`;

export async function start(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: startForm,
    verb: async (actor, input, at) => `${home(await startApplication(actor, input, at))}/edit/about`,
  });
}

export async function saveStep(
  reference: string,
  step: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const known = STEP_ORDER.find((each) => each === step);
  const next = known && STEP_ORDER[STEP_ORDER.indexOf(known) + 1];
  return act<StepAnswers>(state, data, {
    schema: (known ? STEPS[known] : STEPS.about) as z.ZodType<StepAnswers>,
    verb: async (actor, answers, now) => {
      if (!known) throw new NotFound();
      await saveDraft(actor, { ...answers, reference }, now);
      return next ? `${home(reference)}/edit/${next}` : `${home(reference)}/check`;
    },
  });
}

export async function submit(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: submission,
    verb: async (actor, { version }, at) => {
      await submitApplication(actor, { reference, version }, at);
      return `${home(reference)}?done=sent`;
    },
  });
}

export async function accept(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: acceptForm,
    verb: async (actor, _, at) => {
      await acceptOffer(actor, { reference }, at);
      return `${home(reference)}?done=accepted`;
    },
  });
}

export async function decline(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: declineForm,
    verb: async (actor, { reason }, at) => {
      await declineOffer(actor, { reference, reason }, at);
      return `${home(reference)}?done=declined`;
    },
  });
}

export async function withdraw(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await withdrawApplication(actor, { reference }, at);
      return `${home(reference)}?done=withdrawn`;
    },
  });
}
