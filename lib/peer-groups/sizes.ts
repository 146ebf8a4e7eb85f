import { LEAST, MOST } from "./schema";

/** How many groups, and how large. Pure. Groups have 6 to 10 people (the programme's own rule). */

/** How many groups of about that size; as near to it as 6 to 10 allow, and at least one. */
export function groupCount(people: number, size: number): number {
  const [fewest, most] = [Math.ceil(people / MOST), Math.floor(people / LEAST)];
  const wished = Math.round(people / size);
  return Math.max(1, fewest, Math.min(most, wished));
}

/**
 * The sizes that groups end with when so many people come to those who are there already: the smallest are filled
 * first, so that without anybody there no two differ by more than one.
 */
export function finalSizes(there: readonly number[], coming: number): number[] {
  const sizes = [...there];
  for (let left = coming; left > 0; left--) {
    const smallest = sizes.indexOf(Math.min(...sizes));
    if (smallest === -1) break;
    sizes[smallest] = (sizes[smallest] ?? 0) + 1;
  }
  return sizes;
}
