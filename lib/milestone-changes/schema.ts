import { z } from "zod";

/** Confirming a plan: which one was seen, and whether the participants are told; safe in the browser. */
export const confirmForm = z.strictObject({
  planId: z.uuid({ error: "Reload the page and try again" }),
  tell: z.literal("yes").optional(),
});
export type Confirmation = z.output<typeof confirmForm>;

/** Which of the template's items a cohort takes over, by their numbers. */
export const takeOverForm = z
  .strictObject({
    version: z.coerce.number({ error: "Reload the page and try again" }).int().min(1).max(1_000_000),
    take: z.union([z.string().max(4), z.array(z.string().max(4)).max(500)], {
      error: "Choose at least one item",
    }),
  })
  .transform(({ version, take }) => ({ version, take: [take].flat().map(Number).filter(Number.isInteger) }));
