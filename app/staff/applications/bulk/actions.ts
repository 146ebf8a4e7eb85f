"use server";

import { continueBulk, runBulk } from "@/lib/applications/bulk/run";
import { previewRejection } from "@/lib/applications/preview-rejection";
import { bulkForm, bulkRejectionForm, continueForm } from "@/lib/applications/schema-bulk";
import type { RejectionState } from "@/lib/applications/schema-reasons";
import { act } from "@/lib/auth/act";
import { type FormState, typedValues } from "@/lib/form";

/** What staff do with many applications at once. The verbs check the cohort, and each application by itself. */

const result = (id: string) => `/staff/applications/bulk/${id}`;

export async function run(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: bulkForm,
    verb: async (actor, input, at) => result(await runBulk(actor, input, at)),
  });
}

/** A rejection in its steps, as for one alone: the letter is read, by the first of them, before it is sent. */
export async function reject(state: RejectionState, data: FormData): Promise<RejectionState> {
  return act(state, data, {
    schema: bulkRejectionForm,
    verb: async (actor, input, at) => {
      if (input.step === "send") return result(await runBulk(actor, input, at));
      const applicationId = input.chosen[0]?.applicationId ?? "";
      const { reasons, words } = input;
      const letter = await previewRejection(actor, { applicationId, reasons, words });
      const form = { errors: {}, values: typedValues(data), turn: state.turn + 1 };
      return input.step === "preview" ? { ...form, letter } : form;
    },
  });
}

export async function goOn(id: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: continueForm,
    verb: async (actor, _, at) => {
      await continueBulk(actor, { id }, at);
      return result(id);
    },
  });
}
