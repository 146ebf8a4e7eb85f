"use server";

import { notFound } from "next/navigation";
import { GO_ALONG } from "@/app/staff/goes-along";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";
import { changeStanding } from "@/lib/status-changes/change";
import { type Change, changeForms, transferForm } from "@/lib/status-changes/schema";
import { transferParticipant } from "@/lib/status-changes/transfer";

/** Where the change is about: bound to the form; the verbs check that the viewer manages the cohort. */
type Where = { cohortId: string; enrolmentId: string };

const page = ({ cohortId, enrolmentId }: Where, done: string) =>
  `/staff/cohorts/${cohortId}/participants/${enrolmentId}/status?done=${done}`;

export async function change(
  where: Where,
  kind: Exclude<Change, "transfer">,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  // Bound to the form, where anything can be put in its place.
  if (!Object.hasOwn(changeForms, kind)) notFound();
  return act(state, data, {
    schema: changeForms[kind],
    verb: async (actor, input, at) => {
      await changeStanding(actor, { ...input, ...where, change: kind }, at);
      return page(where, kind);
    },
  });
}

export async function transfer(where: Where, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: transferForm,
    verb: async (actor, input, at) => {
      const enrolmentId = await transferParticipant(actor, { ...input, ...where }, GO_ALONG, at);
      return page({ cohortId: input.toCohortId, enrolmentId }, "transfer");
    },
  });
}
