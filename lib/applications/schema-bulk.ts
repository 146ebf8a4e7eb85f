import { z } from "zod";
import { paragraph } from "../form";
import { OTHER_UNSAID, otherIsSaid, rejectionFields } from "./schema";

/** What is done with many applications at once, as addresses and forms say it. Safe in the browser. */

export const BULK_KINDS = ["offer", "reject", "remind"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** Whom a reminder reaches: an applicant with an offer or with a draft, or a sponsor. */
export const REMINDERS = ["offer", "sponsor", "draft"] as const;
export type Reminder = (typeof REMINDERS)[number];
export const REMINDER_WORDS: Record<Reminder, string> = {
  offer: "an offer to be answered",
  sponsor: "an endorsement awaited",
  draft: "a draft not sent",
};

/** More at once are not looked through before they are done; and their references still fit into an address. */
export const BULK_MAX = 200;

const REFERENCE = /^[A-Z0-9]{1,15}-[A-Z0-9]{6}$/;

/** The page's address. Anything else in it is left out, and so is a value that is not one of these. */
export const bulkAddress = z.object({
  act: z.enum(BULK_KINDS).optional().catch(undefined),
  /** References of those ticked. */
  a: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .catch([])
    .transform((all) => [...new Set(all)].filter((each) => REFERENCE.test(each)).slice(0, BULK_MAX)),
  cohort: z.uuid().optional().catch(undefined),
  about: z.enum(REMINDERS).optional().catch(undefined),
  funded: z.literal("yes").optional().catch(undefined),
  /** Those without their sponsor's endorsement as well. */
  unendorsed: z.literal("yes").optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
export type BulkAddress = z.output<typeof bulkAddress>;

/** The same page with something changed. */
export function bulkHref(address: Partial<BulkAddress>, change: Partial<BulkAddress> = {}): string {
  const { a = [], page, ...rest } = { ...address, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  if (page && page > 1) query.set("page", String(page));
  for (const reference of a) query.append("a", reference);
  const text = query.toString();
  return `/staff/applications/bulk${text ? `?${text}` : ""}`;
}

export type Chosen = { applicationId: string; version: number };

/** What the page listed, in its order, each with the version it was shown in: "id.version id.version". */
export const chosenText = (all: readonly { id: string; version: number }[]) =>
  all.map(({ id, version }) => `${id}.${version}`).join(" ");

const CHOSEN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[1-9]\d{0,6}$/;
const chosen = z
  .string({ error: "Choose at least one application" })
  .max(BULK_MAX * 50, `Choose ${BULK_MAX} applications or fewer`)
  .transform((text, ctx): Chosen[] => {
    const parts = text.split(" ");
    const all = parts.filter((part) => CHOSEN.test(part)).map((part) => part.split("."));
    const ids = new Set(all.map(([id]) => id));
    if (ids.size === 0 || ids.size !== parts.length || ids.size > BULK_MAX) {
      ctx.addIssue({ code: "custom", message: "Go back to the queue and choose again" });
      return z.NEVER;
    }
    return all.map(([id = "", version]) => ({ applicationId: id, version: Number(version) }));
  });

const common = { formKey: z.uuid(), cohortId: z.uuid(), chosen };
const yesNo = z.enum(["yes", "no"]).transform((answer) => answer === "yes");

const offerForm = z
  .strictObject({
    ...common,
    kind: z.literal("offer"),
    fundedPlace: yesNo,
    unendorsed: yesNo,
    overrideReason: paragraph("why these offers do not wait for the endorsement", 500, {
      optional: true,
    }).default(""),
  })
  .refine(({ unendorsed, overrideReason }) => !unendorsed || overrideReason !== "", {
    path: ["overrideReason"],
    message: "Enter why these offers do not wait for the endorsement",
  });
const reminderForm = z.strictObject({ ...common, kind: z.literal("remind"), about: z.enum(REMINDERS) });

/** The page's form: everything that was shown, so that exactly that is done. A rejection has steps, and its own. */
export const bulkForm = z.discriminatedUnion("kind", [offerForm, reminderForm]);
export const bulkRejectionForm = z
  .strictObject({ ...common, kind: z.literal("reject"), ...rejectionFields })
  .refine(otherIsSaid, OTHER_UNSAID);
export type BulkInput = z.output<typeof bulkForm> | z.output<typeof bulkRejectionForm>;
/** The button to go on with one that was interrupted. */
export const continueForm = z.strictObject({});
