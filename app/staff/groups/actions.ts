"use server";

import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";
import { changeNote, writeNote } from "@/lib/peer-groups/notes";
import { newNoteForm, noteForm } from "@/lib/peer-groups/schema";

/** Notes as a facilitator writes them; the verbs check whose group it is. */

const page = (groupId: string, noteId: string) =>
  `/staff/groups/${encodeURIComponent(groupId)}/notes/${noteId}?done=saved`;

export async function beginGroupNote(groupId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: newNoteForm,
    verb: async (actor, input, at) => page(groupId, await writeNote(actor, { ...input, groupId }, at)),
  });
}

export async function saveGroupNote(
  { groupId, noteId }: { groupId: string; noteId: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: noteForm,
    verb: async (actor, input, at) => {
      await changeNote(actor, { ...input, noteId }, at);
      return page(groupId, noteId);
    },
  });
}
