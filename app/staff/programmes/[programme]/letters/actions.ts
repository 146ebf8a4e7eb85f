"use server";

import { act } from "@/lib/auth/act";
import { previewNudgeTemplate, saveNudgeTemplate } from "@/lib/engagement/nudge-templates";
import { type NudgeState, nudgeTemplateForm } from "@/lib/engagement/schema-nudges";
import { typedValues } from "@/lib/form";

/** Programme and template come bound to the form, null for a new one; the verbs check who saves or reads it. */
export async function save(
  slug: string,
  templateId: string | null,
  state: NudgeState,
  data: FormData,
): Promise<NudgeState> {
  return act(state, data, {
    schema: nudgeTemplateForm,
    verb: async (actor, { step, ...input }, at) => {
      if (step === "preview") {
        const letters = await previewNudgeTemplate(actor, slug, input, at);
        const form = { errors: {}, values: typedValues(data), turn: state.turn + 1 };
        return { ...form, preview: { letters, left: [] } } satisfies NudgeState;
      }
      await saveNudgeTemplate(actor, slug, templateId, input, at);
      return `/staff/programmes/${encodeURIComponent(slug)}/letters?done=saved`;
    },
  });
}
