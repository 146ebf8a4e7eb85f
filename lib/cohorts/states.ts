/** Where a cohort stands, and what may be done with it. Pure. */

export const COHORT_STATES = ["draft", "published", "archived"] as const;
export type CohortState = (typeof COHORT_STATES)[number];

export type Standing = { publishedAt: Date | null; archivedAt: Date | null };

export function stateOf({ publishedAt, archivedAt }: Standing): CohortState {
  if (archivedAt) return "archived";
  return publishedAt ? "published" : "draft";
}

/** What may be done in which state. An archived cohort can only be read, or taken out of the archive again. */
export const MOVES = {
  change: ["draft", "published"],
  publish: ["draft"],
  archive: ["draft", "published"],
  restore: ["archived"],
} as const satisfies Record<string, readonly CohortState[]>;
export type Move = keyof typeof MOVES;

export function allows(move: Move, state: CohortState): boolean {
  return (MOVES[move] as readonly CohortState[]).includes(state);
}

/** What the public sees and can apply to: for every query that pages without a staff member make. */
export const PUBLIC_COHORT = { publishedAt: { not: null }, archivedAt: null } as const;
