"use server";

import { act } from "@/lib/auth/act";
import { timeInLondon } from "@/lib/dates";
import { StaleVersion, WrongState } from "@/lib/errors";
import { EMPTY_FORM, type FormState, typedValues } from "@/lib/form";
import { saveAudit, submitAudit } from "@/lib/learning-audits/save";
import { auditForm } from "@/lib/learning-audits/schema";

/** The milestone comes from the page's address; the verbs check that it is the viewer's own. */
export async function submitLearningAudit(
  milestoneId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: auditForm,
    verb: async (actor, { send, ...input }, at) => {
      const page = `/dashboard/learning-audits/${encodeURIComponent(milestoneId)}`;
      if (!send) {
        await saveAudit(actor, { ...input, milestoneId }, at);
        return `${page}?done=saved`;
      }
      const errors = await submitAudit(actor, { ...input, milestoneId }, at);
      if (Object.keys(errors).length === 0) return `${page}?done=sent`;
      return { errors, values: typedValues(data), turn: state.turn + 1 };
    },
  });
}

/**
 * Saves while the form is being filled in, without leaving it. A refusal that would come again is answered here and
 * does not make the page afresh: with its newer version the next save would go over what another tab has saved.
 */
export async function autosaveLearningAudit(
  milestoneId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: auditForm,
    verb: async (actor, { send: _never, ...input }, at) => {
      try {
        await saveAudit(actor, { ...input, milestoneId }, at);
      } catch (error) {
        if (!(error instanceof StaleVersion || error instanceof WrongState)) throw error;
        const stopped: FormState = { ...EMPTY_FORM, problem: error.message, values: { stopped: "yes" } };
        return stopped;
      }
      return { ...EMPTY_FORM, values: { savedAt: timeInLondon(at) } };
    },
  });
}
