"use server";

import { act } from "@/lib/auth/act";
import { buttonForm, type FormState } from "@/lib/form";
import { comeAfterAll, sayCannotCome } from "@/lib/peer-groups/apology";
import { changeNote, writeNote } from "@/lib/peer-groups/notes";
import { apologyForm, newNoteForm, noteForm, sharingForm, visitForm } from "@/lib/peer-groups/schema";
import { shareWithGroup } from "@/lib/peer-groups/sharing";
import { giveUpVisit, visitSession } from "@/lib/peer-groups/visit";

/** What a participant does in their group. Identifiers come bound to the form; the verbs check whose they are. */

const HOME = "/dashboard/peer-group";
const session = (eventId: string, done: string) => `${HOME}/sessions/${eventId}?done=${done}`;
const note = (noteId: string) => `${HOME}/notes/${noteId}?done=saved`;

export async function share(enrolmentId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: sharingForm,
    verb: async (actor, input, at) => {
      await shareWithGroup(actor, { ...input, enrolmentId }, at);
      return `${HOME}?done=shared`;
    },
  });
}

export async function cannotCome(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: apologyForm,
    verb: async (actor, input, at) => {
      await sayCannotCome(actor, { ...input, eventId }, at);
      return session(eventId, "sorry");
    },
  });
}

export async function canCome(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await comeAfterAll(actor, { eventId }, at);
      return session(eventId, "coming");
    },
  });
}

export async function visit(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: visitForm,
    verb: async (actor, input, at) => {
      await visitSession(actor, { ...input, eventId }, at);
      return session(eventId, "visiting");
    },
  });
}

export async function endVisit(eventId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      await giveUpVisit(actor, { eventId }, at);
      return session(eventId, "given-up");
    },
  });
}

export async function beginNote(groupId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: newNoteForm,
    verb: async (actor, input, at) => note(await writeNote(actor, { ...input, groupId }, at)),
  });
}

export async function saveNote(noteId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: noteForm,
    verb: async (actor, input, at) => {
      await changeNote(actor, { ...input, noteId }, at);
      return note(noteId);
    },
  });
}
