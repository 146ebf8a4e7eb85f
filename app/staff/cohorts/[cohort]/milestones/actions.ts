"use server";

import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";
import { confirmPlan } from "@/lib/milestone-changes/confirm";
import { confirmForm, takeOverForm } from "@/lib/milestone-changes/schema";
import { takeOver } from "@/lib/milestone-changes/take-over";
import { planMilestones } from "@/lib/route-map/plan";
import { tableForm } from "@/lib/route-map/schema-table";

/** The cohort comes bound to the form; the verbs check that the viewer manages it. */

const home = (cohortId: string) => `/staff/cohorts/${cohortId}`;

export async function plan(cohortId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: tableForm("days"),
    verb: async (actor, input, at) => {
      await planMilestones(actor, { ...input, cohortId }, at);
      return `${home(cohortId)}/milestones/preview`;
    },
  });
}

export async function confirm(cohortId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: confirmForm,
    verb: async (actor, input, at) => {
      await confirmPlan(actor, { ...input, cohortId }, at);
      return `${home(cohortId)}?done=milestones`;
    },
  });
}

export async function takeFromTemplate(
  cohortId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: takeOverForm,
    verb: async (actor, input, at) => {
      await takeOver(actor, { ...input, cohortId }, at);
      return `${home(cohortId)}/milestones/preview`;
    },
  });
}
