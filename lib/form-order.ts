import { z } from "zod";

/** A list that people put in order by typing places: the form's shape. Safe in the browser. */

/** An entry of the list: its key, the place it is to have, and whether it is to go. */
export type Ordered = { key: string; place: number; out: boolean };

/**
 * The form of a list of at most so many entries: `key0`, `place0`, `out0` and so on, in the order shown, and the
 * `token` of the list they were shown from.
 */
export function listOrderForm(most: number) {
  const message = `Enter a place from 1 to ${most}`;
  const place = z
    .string({ error: message })
    .trim()
    .regex(/^\d{1,4}$/, message)
    .transform(Number)
    .refine((number) => number >= 1 && number <= most, message);
  const slots = Array.from({ length: most }, (_, index) => index);
  const fields = slots.flatMap((index) => [
    [`key${index}`, z.string().max(60).optional()],
    [`place${index}`, place.optional()],
    [`out${index}`, z.literal("yes").optional()],
  ]);
  return z
    .strictObject({ token: z.string().max(80), ...Object.fromEntries(fields) })
    .transform((typed): { token: string; parts: Ordered[] } => {
      const field = typed as Record<string, string | number | undefined>;
      const parts = slots.flatMap((index) => {
        const key = field[`key${index}`];
        if (typeof key !== "string") return [];
        const at = Number(field[`place${index}`] ?? index + 1);
        return [{ key, place: at, out: field[`out${index}`] === "yes" }];
      });
      return { token: (typed as { token: string }).token, parts };
    });
}

/**
 * The keys in their new order. Of two with the same place, the one that moved comes first where it moved up and
 * last where it moved down, as a person means it who writes "1" beside the fifth.
 */
export function inNewOrder(before: readonly string[], parts: readonly Ordered[]): string[] {
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const rank = (key: string, index: number) => {
    const place = byKey.get(key)?.place ?? index + 1;
    return { place, moved: Math.sign(place - (index + 1)) };
  };
  return before
    .map((key, index) => ({ key, index, ...rank(key, index) }))
    .filter(({ key }) => !byKey.get(key)?.out)
    .toSorted((a, b) => a.place - b.place || a.moved - b.moved || a.index - b.index)
    .map(({ key }) => key);
}
