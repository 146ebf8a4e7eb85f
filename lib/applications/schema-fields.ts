import { z } from "zod";
import { normaliseAddress } from "../auth/address";

/** The kinds of question an application asks. In a draft all of them may stay empty. Safe in the browser. */

/** A choice that may still be open: nothing chosen is null. */
export const openChoice = <T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z
    .enum([...values, ""], { error: message })
    .default("")
    .transform((value) => (value === "" ? null : (value as T[number])));

/** Any of a few, each once and in the order they are offered in. A form sends one tick as a text, none as nothing. */
export const ticks = <T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z
    .union(
      [z.literal("").transform(() => []), z.enum(values).transform((one) => [one]), z.array(z.enum(values))],
      {
        error: message,
      },
    )
    .transform((ticked) => values.filter((value) => (ticked as string[]).includes(value)) as T[number][]);

const yesOrNo = { yes: true, no: false, "": null } as const;
/** Yes, no, or not said yet. */
export const openYesNo = (message: string) =>
  z
    .enum(["yes", "no", ""], { error: message })
    .default("")
    .transform((value) => yesOrNo[value]);

/** A whole number within bounds; empty is null. */
export const openCount = (what: string, max: number) =>
  z
    .string()
    .max(20, `Enter ${what} as a whole number from 0 to ${max}`)
    .transform((text) => text.trim())
    .refine(
      (text) => text === "" || (/^\d{1,4}$/.test(text) && Number(text) <= max),
      `Enter ${what} as a whole number from 0 to ${max}`,
    )
    .transform((text) => (text === "" ? null : Number(text)));

const TRN_PROBLEM = "Enter the seven digits of your TRN, or leave it empty";
/** Seven digits, typed with or without spaces or "RP"; 0000000 is nobody's (DfE). Empty is null. */
export const trn = z
  .string()
  .max(30, TRN_PROBLEM)
  .transform((text) =>
    text
      .toUpperCase()
      .replace(/[\s/-]/g, "")
      .replace(/^RP(?=.)/, ""),
  )
  .refine((text) => text === "" || (/^\d{7}$/.test(text) && text !== "0000000"), TRN_PROBLEM)
  .transform((text) => (text === "" ? null : text));

const POSTCODE_PROBLEM = "Enter a postcode, such as WC1H 0AL, or leave it empty";
/** A British postcode, kept with its space; may be empty. */
export const postcode = z
  .string()
  .max(20, POSTCODE_PROBLEM)
  .transform((text) => text.toUpperCase().replace(/\s/g, ""))
  .refine((text) => text === "" || /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(text), POSTCODE_PROBLEM)
  .transform((text) => text.replace(/^(.+)(.{3})$/, "$1 $2"));

/** An e-mail address as the portal keeps them; may be empty. */
export const openAddress = z
  .string()
  .max(254, "Enter a shorter e-mail address")
  .transform((text, ctx) => {
    if (text.trim() === "") return "";
    const address = normaliseAddress(text);
    if (address) return address;
    ctx.addIssue({ code: "custom", message: "Enter an e-mail address, such as name@school.example" });
    return z.NEVER;
  });
