import { z } from "zod";

/** What a programme asks its applicants to write, each with a number of words. Safe in the browser. */

const text = (max: number) => z.string().trim().min(1).max(max);

export const promptData = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(40),
    heading: text(160),
    guidance: text(600),
    minWords: z.int().min(0).max(1_999),
    maxWords: z.int().min(1).max(2_000),
  })
  .refine(({ minWords, maxWords }) => minWords < maxWords, "The most words have to be more than the least");
export type StatementPromptData = z.infer<typeof promptData>;

/** In the order they are asked in; each key once. */
export const promptList = z
  .array(promptData)
  .max(8)
  .refine(
    (prompts) => new Set(prompts.map(({ key }) => key)).size === prompts.length,
    "Each prompt needs a key of its own",
  );
