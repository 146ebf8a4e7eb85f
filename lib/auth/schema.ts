import { z } from "zod";
import { addressField } from "./address";

/** What the forms of signing in send. Safe in the browser. */

/** A hidden field that is judged later and may be missing; never longer than an address bar takes. */
const hidden = z.string().max(2000).optional();

export const askForm = z.strictObject({ email: addressField, returnTo: hidden });
export const providerForm = z.strictObject({ returnTo: hidden });
export const codeForm = z.strictObject({
  code: z
    .string({ error: "Enter the six digits from the e-mail" })
    .max(40, "Enter the six digits from the e-mail"),
});
export const linkForm = z.strictObject({ token: z.string().max(200) });
export const addressForm = z.strictObject({ email: addressField });
export const nothingForm = z.strictObject({});
