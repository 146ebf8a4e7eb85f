import { notFound } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { participantOverview } from "@/lib/engagement/queries";
import type { ParticipantOverview } from "@/lib/engagement/schema";

export type Search = Promise<Record<string, string | string[] | undefined>>;

/**
 * The viewer's overview, of the cohort in the address where one is named. Null for somebody without a place; a
 * cohort that they are not in does not exist.
 */
export async function findOverview(actor: Actor, search: Search): Promise<ParticipantOverview | null> {
  const { cohort } = await search;
  if (cohort === undefined) return participantOverview(actor, now());
  if (typeof cohort !== "string") notFound();
  return (await participantOverview(actor, now(), cohort)) ?? notFound();
}
