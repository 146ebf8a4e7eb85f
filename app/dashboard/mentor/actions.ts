"use server";

import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";
import { changeMentor } from "@/lib/mentoring/change-mentor";
import { resendLink } from "@/lib/mentoring/resend";
import { checkInForm, mentorForm, resendForm, sendForm } from "@/lib/mentoring/schema";
import { saveCheckIn, sendCheckIn } from "@/lib/mentoring/write-check-in";

/** What is written about comes from the page's address; the verbs check that it is the viewer's own. */
const page = (milestoneId: string) => `/dashboard/mentor/${encodeURIComponent(milestoneId)}`;

export async function save(milestoneId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: checkInForm,
    verb: async (actor, input, at) => {
      const { whole } = await saveCheckIn(actor, { ...input, milestoneId }, at);
      return `${page(milestoneId)}?done=${whole ? "whole" : "saved"}`;
    },
  });
}

export async function send(milestoneId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: sendForm,
    verb: async (actor, input, at) => {
      await sendCheckIn(actor, { ...input, milestoneId }, at);
      return `${page(milestoneId)}?done=sent`;
    },
  });
}

export async function change(enrolmentId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: mentorForm,
    verb: async (actor, input, at) => {
      await changeMentor(actor, { ...input, enrolmentId }, at);
      return "/dashboard/mentor?done=named";
    },
  });
}

export async function resend(enrolmentId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: resendForm,
    verb: async (actor, input, at) => {
      await resendLink(actor, { ...input, enrolmentId }, at);
      return "/dashboard/mentor?done=resent";
    },
  });
}
