import { z } from "zod";
import { version } from "./schema";

/** The page that looks for a school or trust. Safe in the browser. */

const CHOOSE = "Choose one of the places, or type yours in by hand";

/** One of the places found: "school:137083", "trust:TR00123". */
export const workplaceForm = z.strictObject({
  version,
  leave: z.literal("yes").optional(),
  from: z.literal("check").optional(),
  choice: z
    .string({ error: CHOOSE })
    .regex(/^(school|trust):[0-9A-Za-z]{1,12}$/, CHOOSE)
    .transform((choice) => {
      const [kind, code = ""] = choice.split(":");
      return { kind: kind === "trust" ? ("trust" as const) : ("school" as const), code };
    }),
});
