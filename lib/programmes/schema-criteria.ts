import { z } from "zod";

/** What a programme's applications are scored against. Safe in the browser. */

const text = (max: number) => z.string().trim().min(1).max(max);

export const criterionData = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
  title: text(120),
  /** What a reviewer looks for, and where. */
  guidance: text(600),
  maxScore: z.int().min(1).max(10),
});
export type CriterionData = z.infer<typeof criterionData>;

/** In the order they are scored in; each key once. */
export const criterionList = z
  .array(criterionData)
  .max(8)
  .refine(
    (criteria) => new Set(criteria.map(({ key }) => key)).size === criteria.length,
    "Each criterion needs a key of its own",
  );
