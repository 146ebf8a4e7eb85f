"use server";

import { beginReview, waitlistApplication } from "@/lib/applications/decide";
import { makeOffer } from "@/lib/applications/make-offer";
import { decisionForm, offerForm, waitlistForm } from "@/lib/applications/schema";
import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";

/** What staff decide on an application. `applicationId` comes bound to the form; the verb checks the scope. */

const home = (applicationId: string) => `/staff/applications/${applicationId}?done=1`;

export async function review(applicationId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: decisionForm,
    verb: async (actor, input, at) => {
      await beginReview(actor, { ...input, applicationId }, at);
      return home(applicationId);
    },
  });
}

export async function offer(applicationId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: offerForm,
    verb: async (actor, { fundedPlace, ...input }, at) => {
      await makeOffer(actor, { ...input, applicationId, fundedPlace: fundedPlace === "yes" }, at);
      return home(applicationId);
    },
  });
}

export async function waitlist(applicationId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: waitlistForm,
    verb: async (actor, input, at) => {
      await waitlistApplication(actor, { ...input, applicationId }, at);
      return home(applicationId);
    },
  });
}
