"use server";

import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";
import { addRecording } from "@/lib/webinars/add-recording";
import { cancelWebinar } from "@/lib/webinars/cancel";
import { publishWebinar } from "@/lib/webinars/publish";
import { changeWebinar, createWebinar } from "@/lib/webinars/save";
import {
  cancellationForm,
  newWebinarForm,
  recordingForm,
  versionForm,
  webinarForm,
} from "@/lib/webinars/schema";

/** What staff do with a webinar. `webinarId` comes bound to the form; the verb checks who it is. */

const home = (webinarId: string, done: string) => `/staff/webinars/${webinarId}?done=${done}`;

export async function create(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: newWebinarForm,
    verb: async (actor, input, at) => home(await createWebinar(actor, input, at), "saved"),
  });
}

export async function change(webinarId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: webinarForm,
    verb: async (actor, input, at) => {
      await changeWebinar(actor, { ...input, webinarId }, at);
      return home(webinarId, "saved");
    },
  });
}

export async function publish(webinarId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: versionForm,
    verb: async (actor, input, at) => {
      await publishWebinar(actor, { ...input, webinarId }, at);
      return home(webinarId, "published");
    },
  });
}

export async function cancel(webinarId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: cancellationForm,
    verb: async (actor, input, at) => {
      await cancelWebinar(actor, { ...input, webinarId }, at);
      return home(webinarId, "cancelled");
    },
  });
}

export async function record(webinarId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: recordingForm,
    verb: async (actor, input, at) => {
      await addRecording(actor, { ...input, webinarId }, at);
      return home(webinarId, "recording");
    },
  });
}
