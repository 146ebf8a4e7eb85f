import "server-only";
import type { z } from "zod";
import type { Actor } from "../auth/actor";
import { FieldProblem, StaleVersion, WrongState } from "../errors";
import { inNewOrder, type Ordered } from "../form-order";
import { editDraft } from "./draft";
import type { ProgrammeData } from "./schema";
import { keyFrom, MOST_PARTS, type newAreaForm, type newSectionForm, type PartKind } from "./schema-order";

/**
 * Which parts a draft has, and in which order. Refused like the other changes of a draft: NotFound for whoever may
 * not edit the programme, StaleVersion when the draft moved after the form was opened.
 */

/** Adds a section at the end; answers its key, which stays its address. @throws WrongState when there are 40. */
export async function addSection(
  actor: Actor,
  { slug, token, ...words }: z.output<typeof newSectionForm> & { slug: string },
  at: Date,
): Promise<void> {
  await editDraft(
    actor,
    { slug, token, part: "sections" },
    ({ sections, ...rest }) => {
      const key = keyFrom(words.label, keysOf(sections));
      return { ...rest, sections: [...sections, { key, ...words }] };
    },
    at,
  );
}

/** Adds a learning area at the end. @throws WrongState when there are 40. */
export async function addArea(
  actor: Actor,
  { slug, token, ...words }: z.output<typeof newAreaForm> & { slug: string },
  at: Date,
): Promise<void> {
  await editDraft(
    actor,
    { slug, token, part: "areas" },
    ({ areas, ...rest }) => {
      const key = keyFrom(words.title, keysOf(areas));
      return { ...rest, areas: [...areas, { key, ...words }] };
    },
    at,
  );
}

/**
 * Puts the parts of a list in order and takes out those that are ticked. @throws FieldProblem when no section would be left.
 */
export async function arrangeParts(
  actor: Actor,
  input: {
    slug: string;
    kind: PartKind;
    token: string;
    parts: Ordered[];
  },
  at: Date,
): Promise<void> {
  const { slug, kind, token, parts } = input;
  const change = (content: ProgrammeData): ProgrammeData =>
    kind === "sections"
      ? { ...content, sections: inOrder(content.sections, parts, 1) }
      : { ...content, areas: inOrder(content.areas, parts, 0) };
  await editDraft(actor, { slug, token, part: kind }, change, at);
}

function inOrder<T extends { key: string }>(
  before: readonly T[],
  parts: readonly Ordered[],
  least: number,
): T[] {
  const keys = new Set(parts.map(({ key }) => key));
  // The form was made from another list than the draft has.
  if (keys.size !== before.length || before.some(({ key }) => !keys.has(key))) throw new StaleVersion();
  const after = inNewOrder(
    before.map(({ key }) => key),
    parts,
  );
  if (after.length < least) throw new FieldProblem("out0", "Leave at least one section in");
  return after.flatMap((key) => before.find((part) => part.key === key) ?? []);
}

function keysOf(parts: readonly { key: string }[]): string[] {
  if (parts.length >= MOST_PARTS)
    throw new WrongState(`A prospectus has at most ${MOST_PARTS} of these. Take one out first.`);
  return parts.map(({ key }) => key);
}
