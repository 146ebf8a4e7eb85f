"use server";

import { act } from "@/lib/auth/act";
import { buttonForm, type FormState } from "@/lib/form";
import { changeMentor, endMentor } from "@/lib/mentoring/change-mentor";
import { resendLink, withdrawLink } from "@/lib/mentoring/resend";
import { mentorForm, resendForm } from "@/lib/mentoring/schema";

/** What staff do about a participant's mentor; the verbs check that the viewer manages the participant's cohort. */
type Where = { cohortId: string; enrolmentId: string };

const page = ({ cohortId, enrolmentId }: Where, done: string) =>
  `/staff/cohorts/${encodeURIComponent(cohortId)}/mentors/${encodeURIComponent(enrolmentId)}?done=${done}`;

export async function resend(where: Where, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: resendForm,
    verb: async (actor, input, at) => {
      await resendLink(actor, { ...input, enrolmentId: where.enrolmentId }, at);
      return page(where, "resent");
    },
  });
}

export async function withdraw(where: Where, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await withdrawLink(actor, { enrolmentId: where.enrolmentId }, at);
      return page(where, "withdrawn");
    },
  });
}

export async function end(where: Where, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: resendForm,
    verb: async (actor, input, at) => {
      await endMentor(actor, { ...input, enrolmentId: where.enrolmentId }, at);
      return page(where, "ended");
    },
  });
}

export async function nameAnother(where: Where, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: mentorForm,
    verb: async (actor, input, at) => {
      await changeMentor(actor, { ...input, enrolmentId: where.enrolmentId }, at);
      return page(where, "named");
    },
  });
}
