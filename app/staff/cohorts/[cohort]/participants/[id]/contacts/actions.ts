"use server";

import { act } from "@/lib/auth/act";
import { recordContact } from "@/lib/engagement/record-contact";
import { contactForm } from "@/lib/engagement/schema-contacts";
import type { FormState } from "@/lib/form";

/** Writes down a contact with somebody of the cohort; the verb looks who may. */
export async function logContact(
  cohortId: string,
  enrolmentId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: contactForm,
    verb: async (actor, input, at) => {
      await recordContact(actor, cohortId, enrolmentId, input, at);
      return `/staff/cohorts/${cohortId}/participants/${enrolmentId}/contacts`;
    },
  });
}
