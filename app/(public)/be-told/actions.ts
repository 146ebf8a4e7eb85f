"use server";

import { actAsAnyone } from "@/lib/auth/act";
import { requestIp } from "@/lib/auth/cookies";
import type { FormState } from "@/lib/form";
import { askToBeTold } from "@/lib/interest/ask";
import { confirmInterest } from "@/lib/interest/confirm";
import { leaveList } from "@/lib/interest/leave";
import { beToldForm, linkForm } from "@/lib/interest/schema";

/** Asks to be told. Open to everybody, like the other two: the e-mail's link says who it is. */
export async function askFor(programme: string, state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: beToldForm,
    verb: async (input, at) => {
      await askToBeTold({ ...input, programme: String(programme), clientIp: await requestIp() }, at);
      return `/programmes/${encodeURIComponent(programme)}/be-told?asked=yes`;
    },
  });
}

/** The button on the page that the e-mail's link opens. */
export async function confirm(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: linkForm,
    verb: async ({ token }, at) => {
      await confirmInterest(token, at);
      return `/be-told/${encodeURIComponent(token)}`;
    },
  });
}

/** The button on the page that the link to leave opens. */
export async function leave(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: linkForm,
    verb: async ({ token }, at) => {
      await leaveList(token, at);
      return `/be-told/leave/${encodeURIComponent(token)}`;
    },
  });
}
