"use server";

import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";
import { adoptPlan } from "@/lib/peer-groups/adopt";
import { changePeerGroup, makePeerGroup, removePeerGroup } from "@/lib/peer-groups/groups";
import { moveParticipant } from "@/lib/peer-groups/members";
import { adoptForm, groupForm, moveForm, newGroupForm, versionForm } from "@/lib/peer-groups/schema";

/** What staff do with a cohort's groups. Identifiers come bound to the form; the verbs check who it is. */

const home = (cohortId: string, done: string) =>
  `/staff/cohorts/${encodeURIComponent(cohortId)}/groups?done=${done}`;

export async function adopt(cohortId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: adoptForm,
    verb: async (actor, input, at) => {
      await adoptPlan(actor, { ...input, cohortId }, at);
      return home(cohortId, "adopted");
    },
  });
}

export async function makeGroup(cohortId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: newGroupForm,
    verb: async (actor, input, at) => {
      await makePeerGroup(actor, { ...input, cohortId }, at);
      return home(cohortId, "made");
    },
  });
}

export async function changeGroup(
  { cohortId, groupId }: { cohortId: string; groupId: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: groupForm,
    verb: async (actor, input, at) => {
      await changePeerGroup(actor, { ...input, groupId }, at);
      return home(cohortId, "changed");
    },
  });
}

export async function removeGroup(
  { cohortId, groupId }: { cohortId: string; groupId: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: versionForm,
    verb: async (actor, input, at) => {
      await removePeerGroup(actor, { ...input, groupId }, at);
      return home(cohortId, "removed");
    },
  });
}

export async function moveToGroup(
  { cohortId, enrolmentId }: { cohortId: string; enrolmentId: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: moveForm,
    verb: async (actor, input, at) => {
      await moveParticipant(actor, { ...input, cohortId, enrolmentId }, at);
      return home(cohortId, "moved");
    },
  });
}
