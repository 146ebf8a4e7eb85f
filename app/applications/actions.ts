"use server";

import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import { declineOffer } from "@/lib/applications/answer-offer";
import { carryOver } from "@/lib/applications/carry-over";
import { stepAfter } from "@/lib/applications/queries";
import { saveDraft } from "@/lib/applications/save-draft";
import { startForm, submission } from "@/lib/applications/schema";
import { declineForm } from "@/lib/applications/schema-offer";
import { refuseOwnAddress, stepAt, stepForm } from "@/lib/applications/schema-pages";
import { startApplication } from "@/lib/applications/start";
import { submitApplication } from "@/lib/applications/submit";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { act } from "@/lib/auth/act";
import { buttonForm, type FormState, typedValues } from "@/lib/form";

/** The applicant's steps. `reference` comes bound to the form; whose it is, the verb checks. */

const home = (reference: string) => `/applications/${reference}`;

export async function start(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: startForm,
    verb: async (actor, input, at) => `${home(await startApplication(actor, input, at))}`,
  });
}

/**
 * Saves one page of the form. An answer that is wrong comes back with the form; the others are saved all the same.
 * "Save and come back later" leads to the task list, "Save and continue" to the next page, and a page that was
 * opened to change an answer back to them all.
 */
export async function saveStep(
  reference: string,
  asked: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const step = stepAt(asked) ?? notFound();
  return act(state, data, {
    schema: stepForm(step),
    verb: async (actor, { version, leave, fromCheck, ...read }, at) => {
      const { answers, errors, international } = refuseOwnAddress(read, actor.email);
      await saveDraft(actor, { ...answers, reference, version }, at);
      if (Object.keys(errors).length > 0) {
        refresh();
        return { errors, values: typedValues(data), turn: state.turn + 1 };
      }
      if (international) return `${home(reference)}/international`;
      if (fromCheck) return `${home(reference)}/check`;
      if (leave) return `${home(reference)}?done=1`;
      const next = await stepAfter(actor, reference, step, at);
      return next ? `${home(reference)}/edit/${next}` : `${home(reference)}/check`;
    },
  });
}

/** Begins an application to the cohort that is open, with the answers of one that has ended. */
export async function carry(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: startForm,
    verb: async (actor, { cohortId }, at) =>
      `${home(await carryOver(actor, { reference, cohortId }, at))}?done=carried`,
  });
}

export async function submit(reference: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: submission,
    verb: async (actor, { version }, at) => {
      await submitApplication(actor, { reference, version }, at);
      return `${home(reference)}/sent`;
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
