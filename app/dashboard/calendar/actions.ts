"use server";

import { act } from "@/lib/auth/act";
import { replaceFeed, startFeed, stopFeed } from "@/lib/events/calendar-feed";
import { buttonForm, type FormState } from "@/lib/form";

/** The viewer's own calendar address: nothing comes with the form but the button. */

const HERE = "/dashboard/calendar";

export async function makeAddress(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await startFeed(actor, at);
      return `${HERE}?done=made`;
    },
  });
}

export async function replaceAddress(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await replaceFeed(actor, at);
      return `${HERE}?done=replaced`;
    },
  });
}

export async function endAddress(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await stopFeed(actor, at);
      return `${HERE}?done=ended`;
    },
  });
}
