"use server";

import { act } from "@/lib/auth/act";
import { endAccess, restoreAccess } from "@/lib/auth/end-access";
import { invite, withdrawInvitation } from "@/lib/auth/invitations";
import { endRole, grantRole } from "@/lib/auth/roles";
import { resetSecondFactor } from "@/lib/auth/second-factor/end";
import { allowLinks, signOutSomebody } from "@/lib/auth/staff-access";
import { buttonForm, type FormState } from "@/lib/form";
import { inviteForm, roleForm } from "@/lib/people/schema";

/** What administrators do about people. Whose it is comes bound from the page; who may, the verbs check. */

const personPage = (id: string, done: string) => `/staff/people/${encodeURIComponent(id)}?done=${done}`;

export async function sendInvitation(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: inviteForm,
    verb: async (actor, { cohort: cohortId, holds: role, ...input }, at) => {
      await invite(actor, { ...input, role, cohortId }, at);
      return "/staff/people?done=invited";
    },
  });
}

export async function takeBackInvitation(id: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await withdrawInvitation(actor, id, at);
      return "/staff/people?done=withdrawn";
    },
  });
}

export async function giveRole(userId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: roleForm,
    verb: async (actor, { holds: role, cohort: cohortId }, at) => {
      await grantRole(actor, { userId, role, cohortId }, at);
      return personPage(userId, "given");
    },
  });
}

export async function takeRole(
  userId: string,
  assignmentId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await endRole(actor, { assignmentId }, at);
      return personPage(userId, "ended");
    },
  });
}

export async function signOutOf(userId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await signOutSomebody(actor, userId, at);
      return personPage(userId, "signed-out");
    },
  });
}

export async function resetFactor(userId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await resetSecondFactor(actor, userId, at);
      return personPage(userId, "reset");
    },
  });
}

export async function setLinks(
  userId: string,
  allowed: boolean,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await allowLinks(actor, userId, allowed === true, at);
      return personPage(userId, "links");
    },
  });
}

export async function giveAccessBack(userId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await restoreAccess(actor, userId, at);
      return personPage(userId, "access-restored");
    },
  });
}

export async function endAllAccess(userId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await endAccess(actor, userId, at);
      return personPage(userId, "access-ended");
    },
  });
}
