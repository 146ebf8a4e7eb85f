"use server";

import { act } from "@/lib/auth/act";
import type { FormState } from "@/lib/form";
import { addArea, addSection, arrangeParts } from "@/lib/programmes/arrange";
import { discardDraft } from "@/lib/programmes/draft";
import { saveArea, saveFacts, saveHours, saveSection, saveVoices } from "@/lib/programmes/edit";
import { publishDraft, restoreVersion } from "@/lib/programmes/publish";
import {
  areaForm,
  factsForm,
  publishForm,
  sectionForm,
  tokenForm,
  voicesForm,
} from "@/lib/programmes/schema-editing";
import { hoursForm } from "@/lib/programmes/schema-hours";
import { newAreaForm, newSectionForm, orderForm, type PartKind } from "@/lib/programmes/schema-order";

/** What staff do with a prospectus. `slug` and the part come bound to the form; the verb checks who may. */

const home = (slug: string, done: string) => `/staff/programmes/${slug}?done=${done}`;
/** The programme, and a part of it where there are several. */
type Where = { slug: string; key: string };

export async function submitSection(where: Where, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: sectionForm,
    verb: async (actor, input, at) => {
      await saveSection(actor, { ...input, slug: where.slug, key: where.key }, at);
      return home(where.slug, "saved");
    },
  });
}

export async function submitArea(where: Where, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: areaForm,
    verb: async (actor, input, at) => {
      await saveArea(actor, { ...input, slug: where.slug, key: where.key }, at);
      return home(where.slug, "saved");
    },
  });
}

export async function submitNewSection(slug: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: newSectionForm,
    verb: async (actor, input, at) => {
      await addSection(actor, { ...input, slug }, at);
      return home(slug, "saved");
    },
  });
}

export async function submitNewArea(slug: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: newAreaForm,
    verb: async (actor, input, at) => {
      await addArea(actor, { ...input, slug }, at);
      return home(slug, "saved");
    },
  });
}

export async function submitOrder(
  where: { slug: string; kind: PartKind },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: orderForm,
    verb: async (actor, input, at) => {
      await arrangeParts(actor, { ...input, slug: where.slug, kind: where.kind }, at);
      return home(where.slug, "saved");
    },
  });
}

export async function submitVoices(slug: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: voicesForm,
    verb: async (actor, input, at) => {
      await saveVoices(actor, { ...input, slug }, at);
      return home(slug, "saved");
    },
  });
}

export async function submitFacts(slug: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: factsForm,
    verb: async (actor, input, at) => {
      await saveFacts(actor, { ...input, slug }, at);
      return home(slug, "saved");
    },
  });
}

export async function submitHours(slug: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: hoursForm,
    verb: async (actor, input, at) => {
      await saveHours(actor, { ...input, slug }, at);
      return home(slug, "saved");
    },
  });
}

export async function publish(slug: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: publishForm,
    verb: async (actor, input, at) => {
      await publishDraft(actor, { ...input, slug }, at);
      return home(slug, "published");
    },
  });
}

export async function discard(slug: string, state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: tokenForm,
    verb: async (actor, input, at) => {
      await discardDraft(actor, { ...input, slug }, at);
      return home(slug, "discarded");
    },
  });
}

export async function restore(
  where: { slug: string; number: number },
  state: FormState,
  data: FormData,
): Promise<FormState> {
  return act(state, data, {
    schema: tokenForm,
    verb: async (actor, input, at) => {
      await restoreVersion(actor, { ...input, slug: where.slug, number: where.number }, at);
      return home(where.slug, "restored");
    },
  });
}
