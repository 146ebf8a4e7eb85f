"use server";

import { act } from "@/lib/auth/act";
import { archiveCohort, restoreCohort } from "@/lib/cohorts/archive";
import { changeCohort } from "@/lib/cohorts/change-cohort";
import { publishCohort } from "@/lib/cohorts/publish";
import { cohortForm, cohortVersionForm, newCohortForm } from "@/lib/cohorts/schema-forms";
import { FieldProblem } from "@/lib/errors";
import type { FormState } from "@/lib/form";
import { rollForward } from "@/lib/route-map/roll-forward";
import { sourceOf } from "@/lib/route-map/sources";

/** What staff do with a cohort as a whole. `cohortId` comes bound to the form; the verb checks who it is. */

const home = (cohortId: string, done: string) => `/staff/cohorts/${cohortId}?done=${done}`;

export async function start(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: newCohortForm,
    verb: async (actor, { formKey: id, source, ...cohort }, at) => {
      const from = await sourceOf(actor, source);
      if (!from) throw new FieldProblem("source", "Choose from the list what it is made from");
      const { cohortId } = await rollForward(actor, { ...cohort, ...from, id }, at);
      return home(cohortId, "started");
    },
  });
}

export async function change(cohortId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: cohortForm,
    verb: async (actor, input, at) => {
      await changeCohort(actor, { ...input, cohortId }, at);
      return home(cohortId, "changed");
    },
  });
}

export async function publish(cohortId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: cohortVersionForm,
    verb: async (actor, input, at) => {
      await publishCohort(actor, { ...input, cohortId }, at);
      return home(cohortId, "published");
    },
  });
}

export async function archive(cohortId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: cohortVersionForm,
    verb: async (actor, input, at) => {
      await archiveCohort(actor, { ...input, cohortId }, at);
      return home(cohortId, "archived");
    },
  });
}

export async function restore(cohortId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: cohortVersionForm,
    verb: async (actor, input, at) => {
      await restoreCohort(actor, { ...input, cohortId }, at);
      return home(cohortId, "restored");
    },
  });
}
