import "server-only";
import type { z } from "zod";
import type { Actor } from "../auth/actor";
import { NotFound } from "../errors";
import { editDraft } from "./draft";
import { canEditFacts } from "./policy";
import type { areaForm, factsForm, sectionForm, voicesForm } from "./schema-editing";
import type { hoursForm } from "./schema-hours";

/**
 * What staff change in a draft, a part at a time. Each is refused with NotFound for whoever may not edit the
 * programme, and with StaleVersion when the draft moved after the form was opened.
 */

/** A section's short name, heading and text; its key, and so its address, stays. */
export async function saveSection(
  actor: Actor,
  { slug, key, token, ...words }: z.output<typeof sectionForm> & { slug: string; key: string },
  at: Date,
): Promise<void> {
  await editDraft(
    actor,
    { slug, token, part: `section ${key}` },
    (content) => ({ ...content, sections: replaced(content.sections, key, words) }),
    at,
  );
}

/** A learning area's name, sentence and text. */
export async function saveArea(
  actor: Actor,
  { slug, key, token, ...words }: z.output<typeof areaForm> & { slug: string; key: string },
  at: Date,
): Promise<void> {
  await editDraft(
    actor,
    { slug, token, part: `area ${key}` },
    (content) => ({ ...content, areas: replaced(content.areas, key, words) }),
    at,
  );
}

/** All the voices, in their order. */
export async function saveVoices(
  actor: Actor,
  { slug, token, voices }: z.output<typeof voicesForm> & { slug: string },
  at: Date,
): Promise<void> {
  await editDraft(actor, { slug, token, part: "voices" }, (content) => ({ ...content, voices }), at);
}

/** The facts; for administrators. */
export async function saveFacts(
  actor: Actor,
  { slug, token, ...facts }: z.output<typeof factsForm> & { slug: string },
  at: Date,
): Promise<void> {
  if (!canEditFacts(actor)) throw new NotFound();
  await editDraft(actor, { slug, token, part: "facts" }, (content) => ({ ...content, ...facts }), at);
}

/** The hours table; the programme's learning time is its sum. For administrators. */
export async function saveHours(
  actor: Actor,
  { slug, token, hours }: z.output<typeof hoursForm> & { slug: string },
  at: Date,
): Promise<void> {
  if (!canEditFacts(actor)) throw new NotFound();
  const learningMinutes = hours.reduce((sum, { minutes }) => sum + minutes, 0);
  await editDraft(
    actor,
    { slug, token, part: "hours" },
    (content) => ({ ...content, hours, learningMinutes }),
    at,
  );
}

function replaced<T extends { key: string }>(parts: T[], key: string, words: Omit<T, "key">): T[] {
  if (!parts.some((part) => part.key === key)) throw new NotFound();
  return parts.map((part) => (part.key === key ? { ...part, ...words } : part));
}
