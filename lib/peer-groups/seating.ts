import { apartLists, type Person } from "./apart";

/** What two people of one group share weighs so much. */
export const WEIGHTS = { trust: 3, region: 2, phase: 1 } as const;
export const MIXED = ["trust", "region", "phase"] as const;
/** More than all that two people can share with a whole group. */
const RULE = 1_000;
/** Who is where, and what each group holds of each trust, region and phase. Everything by position. */
export class Seating {
  readonly groupOf: number[];
  readonly sizes: number[];
  /** Per quality: the value of each person as a number, -1 for unknown. */
  readonly #values: number[][];
  /** Per quality and value: how many of it each group has. */
  readonly #counts: number[][][];
  readonly #apart: number[][];
  /** Per person and group: how many are there whom they must be apart from. */
  readonly #clashes: number[][];

  constructor(people: readonly Person[], count: number) {
    const zeros = () => Array<number>(count).fill(0);
    this.groupOf = people.map(() => -1);
    this.sizes = zeros();
    this.#apart = apartLists(people);
    this.#clashes = people.map(zeros);
    this.#values = MIXED.map((quality) => numbered(people.map((person) => person[quality])));
    this.#counts = this.#values.map((values) => Array.from({ length: Math.max(0, ...values) + 1 }, zeros));
  }

  hardestFirst(loose: readonly number[]): number[] {
    const alike = this.#values.map((values) => {
      const held = new Map<number, number>();
      for (const value of values) held.set(value, (held.get(value) ?? 0) + 1);
      return values.map((value) => (value === -1 ? 0 : (held.get(value) ?? 0)));
    });
    const rank = (at: number) => [this.#apart[at]?.length ?? 0, ...alike.map((each) => each[at] ?? 0)];
    const ranks = new Map(loose.map((at) => [at, rank(at)]));
    return loose.toSorted((a, b) => descending(ranks.get(a) ?? [], ranks.get(b) ?? []) || a - b);
  }

  /** The group with room where the person shares least; of equals the smallest, then the first. */
  bestFor(at: number, most: readonly number[]): number {
    let best = -1;
    for (const [group, size] of this.sizes.entries()) {
      if (size >= (most[group] ?? 0)) continue;
      if (best === -1 || ascending(this.#fit(at, group), this.#fit(at, best)) < 0) best = group;
    }
    return best;
  }

  #fit(at: number, group: number): number[] {
    const shared = WEIGHED.reduce((sum, weight, q) => sum + weight * this.#held(q, at, group), 0);
    return [RULE * (this.#clashes[at]?.[group] ?? 0) + shared, this.sizes[group] ?? 0];
  }

  #held(quality: number, at: number, group: number): number {
    const value = this.#values[quality]?.[at] ?? -1;
    return value === -1 ? 0 : (this.#counts[quality]?.[value]?.[group] ?? 0);
  }

  /** How much better it is when two change places; 0 for two of one group. */
  gain(a: number, b: number): number {
    const [from, to] = [this.groupOf[a] ?? -1, this.groupOf[b] ?? -1];
    if (from === to) return 0;
    const [x, y] = [this.#clashes[a] ?? [], this.#clashes[b] ?? []];
    let gain = (x[from] ?? 0) + (y[to] ?? 0) - (x[to] ?? 0) - (y[from] ?? 0);
    // Two who must be apart stay apart when they change places: neither meets the other.
    if (this.#apart[a]?.includes(b)) gain += 2;
    gain *= RULE;
    for (const [q, weight] of WEIGHED.entries()) {
      const values = this.#values[q] ?? [];
      if (values[a] === values[b]) continue;
      const [held, there] = [this.#held(q, a, from), this.#held(q, a, to)];
      if (values[a] !== -1) gain += weight * (held - 1 - there);
      if (values[b] !== -1) gain += weight * (this.#held(q, b, to) - 1 - this.#held(q, b, from));
    }
    return gain;
  }

  swap(a: number, b: number): void {
    const [from, to] = [this.groupOf[a] ?? 0, this.groupOf[b] ?? 0];
    this.#add(a, from, -1);
    this.#add(b, to, -1);
    this.put(a, to);
    this.put(b, from);
  }

  put(at: number, group: number): void {
    this.groupOf[at] = group;
    this.#add(at, group, 1);
  }

  #add(at: number, group: number, by: 1 | -1): void {
    this.sizes[group] = (this.sizes[group] ?? 0) + by;
    for (const [q, values] of this.#values.entries()) {
      const counts = this.#counts[q]?.[values[at] ?? -1];
      if (counts) counts[group] = (counts[group] ?? 0) + by;
    }
    for (const other of this.#apart[at] ?? []) {
      const clashes = this.#clashes[other] ?? [];
      clashes[group] = (clashes[group] ?? 0) + by;
    }
  }
}

const WEIGHED = MIXED.map((quality) => WEIGHTS[quality]);

/** Texts as numbers from 0, in the order they are met; unknown is -1. */
function numbered(texts: readonly (string | null)[]): number[] {
  const numbers = new Map<string, number>();
  return texts.map((text) => {
    if (text === null) return -1;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}

function ascending(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

const descending = (a: readonly number[], b: readonly number[]) => ascending(b, a);
