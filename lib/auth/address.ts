import { z } from "zod";

/**
 * E-mail addresses as the portal keeps them: NFKC, lower case, one @, plain letters. Two spellings of one
 * address are one person, and a look-alike character never makes a second one (checklist, 14 and 25).
 * Safe in the browser.
 */

export const ADDRESS_PROBLEM = "Enter an e-mail address in the form name@example.org";
const MAX = 254;

/** Letters that mail systems everywhere accept without quoting; dots only between others. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The address as it is kept, or null when it is none. Takes anything: a form can send what it likes. */
export function normaliseAddress(text: unknown): string | null {
  if (typeof text !== "string" || text.length > MAX * 2) return null;
  const address = text.normalize("NFKC").trim().toLowerCase();
  const [local = "", domain = "", ...more] = address.split("@");
  if (more.length > 0 || address.length > MAX || local.length > 64 || !LOCAL.test(local)) return null;
  const labels = domain.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || !/[a-z]/.test(last)) return null;
  return last.length >= 2 ? address : null;
}

/** The form field: gives the address as it is kept. */
export const addressField = z
  .string({ error: ADDRESS_PROBLEM })
  .transform((text, ctx) => normaliseAddress(text) ?? refuse(ctx));

function refuse(ctx: z.core.$RefinementCtx): never {
  ctx.issues.push({ code: "custom", message: ADDRESS_PROBLEM, input: ctx.value });
  return z.NEVER;
}
