"use server";

import { act } from "@/lib/auth/act";
import { dayInLondon } from "@/lib/dates";
import { correctRecord } from "@/lib/engagement/correct-record";
import { logStudy } from "@/lib/engagement/log-study";
import { markDone } from "@/lib/engagement/mark-done";
import { markDoneForm } from "@/lib/engagement/schema";
import type { FormState } from "@/lib/form";
import { correctionForm, studyForm, takeBackForm } from "./forms";

/** The milestone comes from the page's address; the verbs check that it is the viewer's own. */
const back = (milestoneId: string, done: string) =>
  `/dashboard/route-map/${encodeURIComponent(milestoneId)}?done=${done}`;

export async function submitStudy(milestoneId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: studyForm,
    verb: async (actor, input, at) => {
      await logStudy(actor, { ...input, milestoneId }, at);
      return back(milestoneId, "logged");
    },
  });
}

export async function submitDone(milestoneId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: markDoneForm,
    verb: async (actor, input, at) => {
      await markDone(actor, { ...input, milestoneId }, at);
      return back(milestoneId, "marked");
    },
  });
}

export async function submitCorrection(
  milestoneId: string,
  recordId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: correctionForm,
    verb: async (actor, input, at) => {
      await correctRecord(actor, { ...input, recordId }, at);
      return back(milestoneId, "corrected");
    },
  });
}

export async function takeBack(
  milestoneId: string,
  recordId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: takeBackForm,
    verb: async (actor, { formKey }, at) => {
      const none = { recordId, minutes: 0, happenedOn: dayInLondon(at), formKey };
      await correctRecord(actor, none, at);
      return back(milestoneId, "taken-back");
    },
  });
}
