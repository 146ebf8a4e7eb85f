import type { ItemKind } from "./schema";

type Item = { id: string; number: number; module: number | null; kind: ItemKind };

const key = ({ kind, module, number }: Item) => `${kind} ${module ?? "-"} ${number}`;

/**
 * Which item of one cohort is which of another: the same kind, module and number. Answers the second's identifier by
 * the first's; an item without its like is left out.
 */
export function matchedItems(from: readonly Item[], to: readonly Item[]): Map<string, string> {
  const there = new Map(to.map((item) => [key(item), item.id]));
  return new Map(
    from.flatMap((item): [string, string][] => {
      const id = there.get(key(item));
      return id ? [[item.id, id]] : [];
    }),
  );
}
