import type { Person } from "./apart";
import { Seating } from "./seating";
import { finalSizes } from "./sizes";

/**
 * Makes balanced peer learning groups. Pure and repeatable: no chance is in it, and people are put in one order first,
 * so that the same people give the same groups in whatever order they come.
 *
 * Whoever is hardest to place goes first, each to the group where they share least with those who are there; then two
 * people of different groups change places for as long as that makes the whole better. What two people in one group
 * share is added up: being kept apart by a rule outweighs everything, then the trust, the region and the phase.
 */

/** Rounds of exchanges: far more than are needed; a limit all the same. */
const MOST_ROUNDS = 60;

export type Wish = {
  /** How many groups there are to be. */
  count: number;
  /** Who stays where they are: identifier → number of the group, from 0. */
  kept?: ReadonlyMap<string, number>;
};

/** The groups, each a list of identifiers in one order. Everybody is in exactly one. */
export function balance(everybody: readonly Person[], { count, kept = new Map() }: Wish): string[][] {
  const people = [...everybody].sort((a, b) => (a.id < b.id ? -1 : 1));
  const table = new Seating(people, count);
  for (const [at, { id }] of people.entries()) {
    const group = kept.get(id);
    if (group !== undefined) table.put(at, group);
  }
  const loose = people.flatMap(({ id }, at) => (kept.has(id) ? [] : [at]));
  const sizes = finalSizes(table.sizes, loose.length);
  for (const at of table.hardestFirst(loose)) table.put(at, table.bestFor(at, sizes));
  exchange(table, loose);
  const groups: string[][] = Array.from({ length: count }, () => []);
  for (const [at, { id }] of people.entries()) groups[table.groupOf[at] ?? 0]?.push(id);
  return groups;
}

function exchange(table: Seating, loose: readonly number[]): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let better = false;
    for (const [first, a] of loose.entries()) {
      for (const b of loose.slice(first + 1)) {
        if (table.gain(a, b) <= 0) continue;
        table.swap(a, b);
        better = true;
      }
    }
    if (!better) return;
  }
}
