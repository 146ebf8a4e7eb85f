"use server";

import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";
import { saveTemplateTable } from "@/lib/route-map/edit-template";
import { restoreTemplate } from "@/lib/route-map/save-template";
import { restoreForm, tableForm } from "@/lib/route-map/schema-table";

/** The programme comes bound to the form; the verbs check that the viewer is an administrator. */
type Programme = { programmeId: string; slug: string };

const home = ({ slug }: Programme) => `/staff/programmes/${slug}/template?done=1`;

export async function saveRows(programme: Programme, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: tableForm("months"),
    verb: async (actor, input, at) => {
      await saveTemplateTable(actor, { ...input, programmeId: programme.programmeId }, at);
      return home(programme);
    },
  });
}

export async function restore(
  programme: Programme,
  number: number,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: restoreForm,
    verb: async (actor, input, at) => {
      await restoreTemplate(actor, { ...input, number, programmeId: programme.programmeId }, at);
      return home(programme);
    },
  });
}
