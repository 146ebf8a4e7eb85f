import { notFound } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { requireViewer, requireViewerWith } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { overviewRead } from "@/lib/engagement/queries";
import type { ParticipantOverview } from "@/lib/engagement/schema";

export type Search = Promise<Record<string, string | string[] | undefined>>;

/**
 * The viewer with their overview, of the cohort in the address where one is named; everybody else is sent to sign in
 * and back to `returnTo`. Null for somebody without a place; a cohort that they are not in does not exist. One query.
 */
export async function findOverview(
  returnTo: string,
  search: Search,
): Promise<{ actor: Actor; overview: ParticipantOverview | null }> {
  const { cohort } = await search;
  if (Array.isArray(cohort)) {
    await requireViewer(returnTo);
    notFound();
  }
  const { actor, found: overview } = await requireViewerWith(returnTo, overviewRead(now(), cohort));
  if (!overview && cohort !== undefined) notFound();
  return { actor, overview };
}
