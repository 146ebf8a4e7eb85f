"use server";

import { handIn, withdrawAlternative } from "@/lib/alternatives/hand-in";
import { proposeAlternative } from "@/lib/alternatives/propose";
import { accountForm, proposalForm } from "@/lib/alternatives/schema";
import { act } from "@/lib/auth/act";
import { askForCorrection } from "@/lib/corrections/ask";
import { askForm } from "@/lib/corrections/schema";
import { buttonForm, type FormState } from "@/lib/form";

/** What a participant asks about an item, and makes up of it. The item comes from the address; the verbs check it. */

const home = (milestoneId: string, done: string, page = "") =>
  `/dashboard/route-map/${encodeURIComponent(milestoneId)}${page}?done=${done}`;

export async function ask(milestoneId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: askForm,
    verb: async (actor, input, at) => {
      await askForCorrection(actor, { ...input, milestoneId }, at);
      return home(milestoneId, "asked");
    },
  });
}

export async function propose(milestoneId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: proposalForm,
    verb: async (actor, input, at) => {
      await proposeAlternative(actor, { ...input, milestoneId }, at);
      return home(milestoneId, "proposed", "/alternative");
    },
  });
}

export async function submitAccount(
  milestoneId: string,
  alternativeId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: accountForm,
    verb: async (actor, input, at) => {
      await handIn(actor, { ...input, alternativeId }, at);
      return home(milestoneId, "handed-in", "/alternative");
    },
  });
}

export async function withdraw(
  milestoneId: string,
  alternativeId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await withdrawAlternative(actor, alternativeId, at);
      return home(milestoneId, "withdrawn", "/alternative");
    },
  });
}
