"use server";

import { act } from "@/lib/auth/act";
import { givePlace, moveTurn, removePlace } from "@/lib/events/arrange-places";
import { cancelEvent } from "@/lib/events/cancel";
import { changeEvent } from "@/lib/events/change";
import { saveInstructions } from "@/lib/events/instruct";
import {
  cancellationForm,
  changeForm,
  giveForm,
  instructionsForm,
  removalForm,
  turnForm,
} from "@/lib/events/schema";
import { spanOf } from "@/lib/events/times";
import type { FormState } from "@/lib/form";

/** What a cohort's managers do with an event. Identifiers come bound to the form; the verb checks who it is. */

const home = (id: string, done: string, page = "") =>
  `/staff/events/${encodeURIComponent(id)}${page}?done=${done}`;

export async function change(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: changeForm,
    verb: async (actor, input, at) => {
      const { facilitatorId, choiceUntil } = input;
      const empty = { facilitatorId: facilitatorId || null, choiceUntil: choiceUntil || null };
      await changeEvent(actor, { ...input, ...spanOf(input), ...empty, eventId }, at);
      return home(eventId, "changed");
    },
  });
}

export async function cancel(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: cancellationForm,
    verb: async (actor, input, at) => {
      await cancelEvent(actor, { ...input, eventId }, at);
      return home(eventId, "cancelled");
    },
  });
}

export async function instruct(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: instructionsForm,
    verb: async (actor, input, at) => {
      const told = await saveInstructions(actor, { ...input, eventId }, at);
      return home(eventId, told > 0 ? "instructed" : "kept");
    },
  });
}

export async function give(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: giveForm,
    verb: async (actor, input, at) => {
      await givePlace(actor, { ...input, eventId }, at);
      return home(eventId, "given", "/places");
    },
  });
}

export async function remove(placeId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: removalForm,
    verb: async (actor, input, at) =>
      home(await removePlace(actor, { ...input, placeId }, at), "removed", "/places"),
  });
}

export async function move(placeId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: turnForm,
    verb: async (actor, input, at) =>
      home(await moveTurn(actor, { ...input, placeId }, at), "moved", "/places"),
  });
}
