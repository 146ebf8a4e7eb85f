import { z } from "zod";

/** What the forms of a second factor send. Safe in the browser. */

const GIVE = "Enter the code";
export const factorForm = z.strictObject({
  code: z.string({ error: GIVE }).max(40, "Enter the six digits, or one recovery code").trim().min(1, GIVE),
  returnTo: z.string().max(2000).optional(),
});
export const factorCodeForm = factorForm.omit({ returnTo: true });
