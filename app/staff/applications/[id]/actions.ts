"use server";

import { declareConflict, removeConflict } from "@/lib/applications/conflicts";
import { addNote } from "@/lib/applications/notes";
import { saveReview } from "@/lib/applications/review";
import { conflictForm, conflictRemovalForm, noteForm, reviewForm } from "@/lib/applications/schema-review";
import { act } from "@/lib/auth/act";
import { type FormState, typedValues } from "@/lib/form";

/** What staff write about an application. `applicationId` comes bound to the form; the verb checks the scope. */

const home = (applicationId: string) => `/staff/applications/${applicationId}`;

/** Saves the viewer's review as a draft, or hands it in, by the button that was pressed. */
export async function writeReview(
  applicationId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: reviewForm,
    verb: async (actor, input, at) => {
      const saved = await saveReview(actor, { ...input, applicationId }, at);
      if ("errors" in saved) return { ...saved, values: typedValues(data), turn: state.turn + 1 };
      if (input.handIn) return `${home(applicationId)}?done=review`;
      // The version differs each time, so that the page shows the form afresh.
      return `${home(applicationId)}/review?saved=${saved.version}`;
    },
  });
}

export async function note(applicationId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: noteForm,
    verb: async (actor, input, at) => {
      const notes = await addNote(actor, { ...input, applicationId }, at);
      return `${home(applicationId)}?notes=${notes}#notes`;
    },
  });
}

export async function declare(applicationId: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: conflictForm,
    verb: async (actor, input, at) => {
      await declareConflict(actor, { ...input, applicationId }, at);
      return `${home(applicationId)}?done=conflict`;
    },
  });
}

export async function removeDeclaration(
  applicationId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: conflictRemovalForm,
    verb: async (actor, { conflictId }, at) => {
      await removeConflict(actor, { applicationId, conflictId }, at);
      return `${home(applicationId)}?done=removed`;
    },
  });
}
