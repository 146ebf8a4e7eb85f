import { z } from "zod";
import { line, paragraph } from "../form";

/** Shapes of peer learning groups, safe in the browser. */

/** A group has 6 to 10 participants. */
export const LEAST = 6;
export const MOST = 10;
export const USUAL = 8;

const key = z.uuid({ error: "The form is incomplete. Reload the page and try again." });
const version = z.coerce.number({ error: "Reload the page and try again" }).int().min(1).max(1_000_000);
/** Empty for nobody. */
const person = (what: string) =>
  z
    .string({ error: what })
    .refine((text) => text === "" || z.uuid().safeParse(text).success, what)
    .transform((text) => (text === "" ? null : text));

const groupFields = {
  name: line("a name for the group", 60),
  facilitatorId: person("Choose a facilitator from the list"),
};
/** A new group; the key becomes its identifier. */
export const newGroupForm = z.strictObject({ formKey: key, ...groupFields });
export const groupForm = z.strictObject({ version, ...groupFields });
export const versionForm = z.strictObject({ version });

export const newPeerGroup = z.strictObject({
  formKey: z.uuid().optional(),
  cohortId: z.uuid(),
  name: groupFields.name,
  facilitatorId: z.uuid().nullable(),
});
export type NewPeerGroup = z.input<typeof newPeerGroup>;

/** Who is put into groups: everybody afresh, or only those who are in none. */
export const WHO = ["everybody", "new"] as const;
export const planQuestion = z.object({
  size: z.coerce.number().int().min(LEAST).max(MOST).default(USUAL).catch(USUAL),
  who: z.enum(WHO).default("everybody").catch("everybody"),
});
export type PlanQuestion = z.output<typeof planQuestion>;

const seen = z.string({ error: "Reload the page and try again" }).max(64, "Reload the page and try again");
/** Adopting what was previewed: `seen` names the people and groups it was made from. */
export const adoptForm = z.strictObject({
  size: z.coerce.number().int().min(LEAST).max(MOST),
  who: z.enum(WHO),
  seen,
});
export type Adoption = z.output<typeof adoptForm>;

const CHOOSE = "Choose a group, or none";
/** Moving a person: a group or "none", and what the page said of that move (move-options.ts). */
export const moveForm = z.strictObject({
  to: z
    .string({ error: CHOOSE })
    .max(64, CHOOSE)
    .regex(/^(?:none|[0-9a-f-]{36})\.[\w-]{22}$/, CHOOSE),
});
export type Move = z.output<typeof moveForm>;

export const ABOUT_MAX = 300;
export const sharingForm = z.strictObject({
  version: z.coerce.number().int().min(0).max(1_000_000),
  sharesEmail: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
  phone: line("your phone number", 30, { optional: true }).refine(
    (text) => text === "" || /^[+()\d\s-]{7,}$/.test(text),
    "Enter a phone number, such as 01632 960 001, or leave it empty",
  ),
  about: line("the line about yourself", ABOUT_MAX, { optional: true }),
});
export type Sharing = z.output<typeof sharingForm>;

export const NOTE_MAX = 8_000;
const noteFields = {
  title: line("a title", 120),
  body: paragraph("the note", NOTE_MAX),
};
export const newNoteForm = z.strictObject({
  formKey: key,
  eventId: person("Choose a session from the list, or none"),
  ...noteFields,
});
export const noteForm = z.strictObject({ version, ...noteFields });

export const REASON_MAX = 300;
export const apologyForm = z.strictObject({
  note: line("the message", REASON_MAX, { optional: true }),
});
/** A visit to another group's session. */
export const visitForm = z.strictObject({ sessionId: z.uuid({ error: "Choose a session" }) });
