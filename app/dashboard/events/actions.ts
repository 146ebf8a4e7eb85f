"use server";

import { act } from "@/lib/auth/act";
import { choosePlace, giveUpPlace } from "@/lib/events/choose-place";
import { saveNeeds } from "@/lib/events/needs";
import { needsForm, placeForm } from "@/lib/events/schema";
import { buttonForm, type FormState } from "@/lib/form";

/** What a participant does about an event of theirs. `eventId` comes bound to the form; the verb checks whose it is. */

const home = (eventId: string, done: string) =>
  `/dashboard/events/${encodeURIComponent(eventId)}?done=${done}`;

export async function choose(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: placeForm,
    verb: async (actor, input, at) => home(eventId, await choosePlace(actor, { ...input, eventId }, at)),
  });
}

export async function giveUp(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await giveUpPlace(actor, eventId, at);
      return "/dashboard/events?done=given-up";
    },
  });
}

export async function tellNeeds(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: needsForm,
    verb: async (actor, input, at) => {
      await saveNeeds(actor, { ...input, eventId }, at);
      return home(eventId, "needs");
    },
  });
}
