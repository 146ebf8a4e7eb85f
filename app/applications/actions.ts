"use server";

import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import { acceptOffer, declineOffer } from "@/lib/applications/answer-offer";
import { saveDraft } from "@/lib/applications/save-draft";
import { acceptForm, buttonForm, declineForm, startForm, submission } from "@/lib/applications/schema";
import { STEP_ORDER, stepForm } from "@/lib/applications/schema-answers";
import { startApplication } from "@/lib/applications/start";
import { submitApplication } from "@/lib/applications/submit";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { act } from "@/lib/auth/act";
import { type FormState, typedValues } from "@/lib/form";

/** The applicant's steps. `reference` comes bound to the form; whose it is, the verb checks. */

const home = (reference: string) => `/applications/${reference}`;

export async function start(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: startForm,
    verb: async (actor, input, at) => `${home(await startApplication(actor, input, at))}/edit/about`,
  });
}

/**
 * Saves one step of the form. An answer that is wrong comes back with the form; the others are saved all the same.
 * "Save and come back later" leads to the application's page, "Save and continue" to the next step.
 */
export async function saveStep(
  reference: string,
  asked: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const step = STEP_ORDER.find((each) => each === asked);
  if (!step) notFound();
  const next = STEP_ORDER[STEP_ORDER.indexOf(step) + 1];
  return act(state, data, {
    schema: stepForm(step),
    verb: async (actor, { version, leave, answers, errors }, at) => {
      await saveDraft(actor, { ...answers, reference, version }, at);
      if (Object.keys(errors).length > 0) {
        refresh();
        return { errors, values: typedValues(data), turn: state.turn + 1 };
      }
      if (leave) return `${home(reference)}?done=1`;
      return next ? `${home(reference)}/edit/${next}` : `${home(reference)}/check`;
    },
  });
}

export async function submit(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: submission,
    verb: async (actor, { version }, at) => {
      await submitApplication(actor, { reference, version }, at);
      return `${home(reference)}?done=1`;
    },
  });
}

export async function accept(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: acceptForm,
    verb: async (actor, _, at) => {
      await acceptOffer(actor, { reference }, at);
      return `${home(reference)}?done=1`;
    },
  });
}

export async function decline(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: declineForm,
    verb: async (actor, { reason }, at) => {
      await declineOffer(actor, { reference, reason }, at);
      return `${home(reference)}?done=1`;
    },
  });
}

export async function withdraw(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await withdrawApplication(actor, { reference }, at);
      return `${home(reference)}?done=1`;
    },
  });
}
