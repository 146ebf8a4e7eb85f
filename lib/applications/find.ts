import "server-only";
import type { Actor } from "../auth/actor";
import type { Tx } from "../db";
import { NotFound } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { isOwn, staffScope } from "./policy";

/** How the verbs find an application: within what the actor may act on, and nothing beside it. */

export const facts = {
  id: true,
  reference: true,
  userId: true,
  cohortId: true,
  state: true,
  version: true,
  fullName: true,
  user: { select: { email: true, name: true } },
  cohort: {
    select: {
      id: true,
      name: true,
      startsOn: true,
      applicationsOpen: true,
      applicationsClose: true,
      offerDays: true,
      programme: { select: { slug: true, shortName: true, title: true } },
    },
  },
} as const satisfies Prisma.ApplicationSelect;
export type Facts = Prisma.ApplicationGetPayload<{ select: typeof facts }>;

/** True for text that could be a reference: checked before it reaches a query. */
export function isReference(text: unknown): text is string {
  return typeof text === "string" && /^[A-Z0-9]{1,15}-[A-Z0-9]{6}$/.test(text);
}

/** The actor's own application; anybody else's is not found. */
export async function ownApplication(tx: Tx, actor: Actor, reference: string): Promise<Facts> {
  if (!isReference(reference)) throw new NotFound();
  const found = await tx.application.findUnique({ where: { reference }, select: facts });
  if (!found || !isOwn(actor, found)) throw new NotFound();
  return found;
}

/** An application that the actor may decide; one outside their cohorts is not found. */
export async function decidableApplication(tx: Tx, actor: Actor, id: string): Promise<Facts> {
  if (!isId(id)) throw new NotFound();
  const found = await tx.application.findFirst({
    where: { AND: [{ id }, staffScope(actor)] },
    select: facts,
  });
  if (!found) throw new NotFound();
  return found;
}
