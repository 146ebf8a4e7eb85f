import { z } from "zod";
import { FieldProblem, NotAllowed, TooMany, WrongState } from "./errors";

/**
 * What a server action answers a form with, and the one way to parse what a form sends. Safe in the browser.
 */

/** The form again: what was typed, and what was wrong with it. */
export type FormState = {
  /** A plain sentence about the whole form. */
  problem?: string;
  /** Field name → what to do about it. */
  errors: Record<string, string>;
  /** What was typed, by field name; a group of ticks keeps every value. */
  values: Record<string, string | string[]>;
  /** Goes up with each answer, so that the error summary takes the focus again. */
  turn: number;
};

export const EMPTY_FORM: FormState = { errors: {}, values: {}, turn: 0 };

/** React's own fields, and the framework's, do not belong to the form. */
const isOwnField = (name: string) => !name.startsWith("$ACTION");

/** The typed values of a form: text only, files left out; NULs and lone surrogates shown as they cannot be kept. */
export function typedValues(data: FormData): Record<string, string | string[]> {
  const values: [string, string | string[]][] = [];
  for (const name of new Set(data.keys())) {
    if (!isOwnField(name)) continue;
    const all = data.getAll(name).filter((value): value is string => typeof value === "string");
    if (all[0] !== undefined) values.push([name, all.length === 1 ? all[0] : all]);
  }
  // Not by assignment, which would take a field of the name __proto__ for something else.
  return Object.fromEntries(values);
}

/** True for what a form calls its action with. Whoever calls it by hand, without a form, can send anything. */
export function isFormCall(state: unknown, data: unknown): boolean {
  return data instanceof FormData && typeof (state as FormState | null | undefined)?.turn === "number";
}

/** Parses a form against a strict schema. A field the schema does not know is refused as a whole. */
export function parseForm<T>(
  schema: z.ZodType<T>,
  data: FormData,
  before: FormState,
): { ok: true; data: T } | { ok: false; state: FormState } {
  const values = typedValues(data);
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, data: parsed.data };
  const errors: Record<string, string> = {};
  let problem: string | undefined;
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? "");
    if (field) errors[field] ??= issue.message;
    else
      problem ??=
        issue.code === "unrecognized_keys"
          ? "The form sent something it should not have. Reload the page and try again."
          : issue.message;
  }
  return { ok: false, state: { errors, values, turn: before.turn + 1, ...(problem ? { problem } : {}) } };
}

/** Turns a verb's refusal into the form again; throws on anything that is not a refusal. */
export function refusalState(error: unknown, data: FormData, before: FormState): FormState {
  const state = { errors: {}, values: typedValues(data), turn: before.turn + 1 };
  if (error instanceof FieldProblem) return { ...state, errors: { [error.field]: error.message } };
  if (error instanceof WrongState || error instanceof NotAllowed || error instanceof TooMany) {
    return { ...state, problem: error.message };
  }
  throw error;
}

/** A form with nothing but a button. */
export const buttonForm = z.strictObject({});

/** Control characters other than tab and line breaks; NUL and lone surrogates cannot be stored. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** True for text that the database can keep and search for: no NUL or other control character, no half of a pair. */
export const isStorable = (text: string) => text.isWellFormed() && !CONTROL.test(text);
const BAD_CHARACTERS =
  "Remove the hidden control characters; they often come from copying out of another program";

/** One line of text, trimmed, inner white space folded; `what` completes "Enter …". */
export function line(what: string, max: number, { optional = false } = {}) {
  return z
    .string({ error: `Enter ${what}` })
    .max(max * 2, `Shorten ${what} to ${max} characters or fewer`)
    .refine(isStorable, BAD_CHARACTERS)
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .refine((text) => optional || text !== "", `Enter ${what}`)
    .refine((text) => text.length <= max, `Shorten ${what} to ${max} characters or fewer`);
}

/** True for a whole address of the web, over https and without a name or password in it. */
export function isHttps(text: string): boolean {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  return address?.protocol === "https:" && !address.username && !/\s/.test(text);
}
export const WEB_ADDRESS = "Enter the whole address, beginning with https://";

/** Several lines of text; line breaks are folded to one kind. */
export function paragraph(what: string, max: number, { optional = false } = {}) {
  return z
    .string({ error: `Enter ${what}` })
    .max(max * 2, `Shorten ${what} to ${max.toLocaleString("en-GB")} characters or fewer`)
    .refine(isStorable, BAD_CHARACTERS)
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .refine((text) => optional || text !== "", `Enter ${what}`)
    .refine(
      (text) => text.length <= max,
      `Shorten ${what} to ${max.toLocaleString("en-GB")} characters or fewer`,
    );
}
