"use server";

import { act } from "@/lib/auth/act";
import { answerEnquiry } from "@/lib/enquiries/answer";
import { setEnquiryAside } from "@/lib/enquiries/close";
import { answerForm, closureForm } from "@/lib/enquiries/schema";
import type { FormState } from "@/lib/form";

/** What staff do with an enquiry. `enquiryId` comes bound to the form; the verb checks who it is. */

/** `done` differs with each answer, so that the page shows an empty form after each, and only then. */
const home = (enquiryId: string, done: number) => `/staff/enquiries/${enquiryId}?done=${done}`;

export async function answer(enquiryId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: answerForm,
    verb: async (actor, input, at) => {
      return home(enquiryId, await answerEnquiry(actor, { ...input, enquiryId }, at));
    },
  });
}

export async function setAside(enquiryId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: closureForm,
    verb: async (actor, input, at) => {
      await setEnquiryAside(actor, { ...input, enquiryId }, at);
      return home(enquiryId, 0);
    },
  });
}
