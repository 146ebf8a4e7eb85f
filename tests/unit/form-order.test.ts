import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inNewOrder, listOrderForm } from "@/lib/form-order";

const moved = (keys: string[], change: Record<string, number>) =>
  inNewOrder(
    keys,
    keys.map((key, index) => ({ key, place: change[key] ?? index + 1, out: false })),
  ).join("");

describe("a list put in order by numbers", () => {
  it.each([
    [{ d: 1 }, "dabce"],
    [{ a: 5 }, "bcdea"],
    [{ a: 2 }, "bacde"],
    [{ e: 2, d: 2 }, "adebc"],
    [{}, "abcde"],
    [{ a: 2, b: 1 }, "bacde"],
  ])("with %j becomes %s", (change, after) => {
    expect(moved([..."abcde"], change as Record<string, number>)).toBe(after);
  });

  it("loses nobody and doubles nobody, whatever is typed", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(rows, (typed) => {
        const keys = typed.map((_, index) => `k${index}`);
        const parts = typed.map(([place, out], index) => ({ key: `k${index}`, place, out }));
        const kept = keys.filter((_, index) => !typed[index]?.[1]);
        expect(inNewOrder(keys, parts).toSorted()).toEqual(kept.toSorted());
      }),
    );
  });

  it("reads its own form and refuses what is no place, or a field it does not know", () => {
    const form = listOrderForm(3);
    const read = form.parse({ token: "t", key0: "a", place0: "2", key1: "b", place1: "1", out1: "yes" });
    expect(read.parts).toEqual([
      { key: "a", place: 2, out: false },
      { key: "b", place: 1, out: true },
    ]);
    for (const place0 of ["0", "4", "-1", "1.5", "first", ""])
      expect(form.safeParse({ token: "t", key0: "a", place0 }).success).toBe(false);
    expect(form.safeParse({ token: "t", key3: "a" }).success).toBe(false);
  });
});
