import { z } from "zod";
import { line, paragraph } from "../form";

/** The forms in which staff add parts to a prospectus, put them in order and take them out. Safe in the browser. */

/** The two lists of parts: sections have a page address of their own, learning areas stand in one of them. */
export const PART_KINDS = ["sections", "areas"] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** How many parts a list may have. */
export const MOST_PARTS = 40;

const token = z.string().max(60);

export const newSectionForm = z.strictObject({
  token,
  label: line("a short name for the contents list", 60),
  heading: line("a heading", 160),
  body: paragraph("the text", 20_000),
});

export const newAreaForm = z.strictObject({
  token,
  title: line("the area's name", 120),
  summary: line("one sentence on the area", 300),
  body: paragraph("the text", 5_000),
});

const placeMessage = `Enter a place from 1 to ${MOST_PARTS}`;
const place = z
  .string({ error: placeMessage })
  .trim()
  .regex(/^\d{1,2}$/, placeMessage)
  .transform(Number)
  .refine((number) => number >= 1 && number <= MOST_PARTS, placeMessage);

const slots = Array.from({ length: MOST_PARTS }, (_, index) => index);

/** Each part's key with the place it is to have; parts that are to go are ticked. Rows are in the order shown. */
export const orderForm = z
  .strictObject({
    token,
    ...Object.fromEntries(
      slots.flatMap((index) => [
        [`key${index}`, z.string().max(60).optional()],
        [`place${index}`, place.optional()],
        [`out${index}`, z.literal("yes").optional()],
      ]),
    ),
  })
  .transform((typed) => {
    const fields = typed as Record<string, string | number | undefined>;
    const parts = slots.flatMap((index) => {
      const key = fields[`key${index}`];
      if (typeof key !== "string") return [];
      return [
        { key, place: Number(fields[`place${index}`] ?? index + 1), out: fields[`out${index}`] === "yes" },
      ];
    });
    return { token: (typed as { token: string }).token, parts };
  });

/** A part's key from its name: "How you learn" becomes how-you-learn; one that is taken gets a number. */
export function keyFrom(name: string, taken: readonly string[]): string {
  const plain =
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 50)
      .replace(/^-+|-+$/g, "") || "part";
  for (let number = 1; ; number++) {
    const key = number === 1 ? plain : `${plain}-${number}`;
    if (!taken.includes(key)) return key;
  }
}
