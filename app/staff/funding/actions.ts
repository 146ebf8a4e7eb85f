"use server";

import { act } from "@/lib/auth/act";
import { londonTime } from "@/lib/dates";
import type { FormState } from "@/lib/form";
import { withdrawNotice, writeNotice } from "@/lib/funding/notices";
import { removePartner, savePartner } from "@/lib/funding/partners";
import { removeRule, saveRule } from "@/lib/funding/rules";
import { noticeForm, partnerForm, plainForm, removalForm, ruleForm, uploadForm } from "@/lib/funding/schema";
import { removeUpload, uploadList } from "@/lib/funding/upload";
import type { NoticeFormState, UploadFormState } from "@/lib/funding/views";
import { previewOf, reportOf } from "./answers";

/** What staff do about funding. The programme and the row come bound to the form; the verbs check who may. */

type Where = { slug: string; id: string | null };
const home = (slug: string, done: string) => `/staff/funding/${encodeURIComponent(slug)}?done=${done}`;

export async function submitNotice(
  slug: string,
  state: NoticeFormState,
  data: FormData,
): Promise<NoticeFormState> {
  return act(state, data, {
    schema: noticeForm,
    verb: async (actor, { step, when, day, time, ...notice }, at) => {
      const publicFrom = when === "now" ? null : londonTime(day, time);
      if (step !== "publish")
        return previewOf(actor, { slug, step, body: notice.body, publicFrom }, { state, data, at });
      await writeNotice(actor, { ...notice, slug, publicFrom }, at);
      return home(slug, "notice");
    },
  });
}

export async function withdraw(
  where: { slug: string; id: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: plainForm,
    verb: async (actor, _, at) => {
      await withdrawNotice(actor, { slug: where.slug, noticeId: where.id }, at);
      return home(where.slug, "withdrawn");
    },
  });
}

export async function submitRule(where: Where, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: ruleForm,
    verb: async (actor, input, at) => {
      await saveRule(actor, { ...input, slug: where.slug, ruleId: where.id }, at);
      return home(where.slug, "rule");
    },
  });
}

export async function takeRuleAway(
  where: { slug: string; id: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: removalForm,
    verb: async (actor, { seen }, at) => {
      await removeRule(actor, { slug: where.slug, ruleId: where.id, seen }, at);
      return home(where.slug, "rule-gone");
    },
  });
}

export async function submitPartner(where: Where, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: partnerForm,
    verb: async (actor, input, at) => {
      await savePartner(actor, { ...input, slug: where.slug, partnerId: where.id }, at);
      return home(where.slug, "partner");
    },
  });
}

export async function takePartnerAway(
  where: { slug: string; id: string },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: removalForm,
    verb: async (actor, { seen }, at) => {
      await removePartner(actor, { slug: where.slug, partnerId: where.id, seen }, at);
      return home(where.slug, "partner-gone");
    },
  });
}

export async function submitList(state: UploadFormState, data: FormData): Promise<UploadFormState> {
  return act(state, data, {
    schema: uploadForm,
    verb: async (actor, { formKey, only }, at) => {
      const sent = data.get("file");
      const file =
        sent instanceof File ? { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) } : null;
      const taken = await uploadList(actor, { formKey, file, checkOnly: only === "check" }, at);
      return taken.kind === "saved"
        ? `/staff/funding/lists/${taken.id}?done=saved`
        : reportOf(taken.file, { state, data });
    },
  });
}

export async function takeListAway(id: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: plainForm,
    verb: async (actor, _, at) => {
      await removeUpload(actor, id, at);
      return "/staff/funding?done=list-gone";
    },
  });
}
