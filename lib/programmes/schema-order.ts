import { z } from "zod";
import { line, paragraph } from "../form";
import { listOrderForm } from "../form-order";

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

/** Each part's key with the place it is to have; parts that are to go are ticked. */
export const orderForm = listOrderForm(MOST_PARTS);

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
