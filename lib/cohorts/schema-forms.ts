import { z } from "zod";
import { isPlainDate } from "../dates";
import { cohortDetails, startMonth } from "./schema";

/** The forms about a cohort as a whole, safe in the browser. */

/** A day of a form that may be left empty. */
const formDay = (message: string) =>
  z
    .string({ error: message })
    .max(10, message)
    .refine((text) => text === "" || isPlainDate(text), message)
    .transform((text) => text || null);

const whole = (what: string, least: number, most: number) => {
  const message = `Enter ${what}, from ${least} to ${most.toLocaleString("en-GB")}`;
  return z
    .string({ error: message })
    .trim()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine((number) => least <= number && number <= most, message);
};

const detailFields = {
  slug: cohortDetails.slug,
  name: cohortDetails.name,
  applicationsOpen: formDay("Enter the day applications open, or leave both days empty"),
  applicationsClose: formDay("Enter the last day to apply, or leave both days empty"),
  capacity: whole("how many places there are", 1, 20_000),
  fundedPlaces: whole("how many of them are funded", 0, 20_000),
  offerDays: whole("how many days an offer stands", 1, 90),
};
const version = z.coerce.number({ error: "Reload the page and try again" }).int().min(1).max(1_000_000);

/** A funded place is a place too. */
const fundedFits = ({ fundedPlaces, capacity }: { fundedPlaces: number; capacity: number }) =>
  fundedPlaces <= capacity;
const TOO_MANY_FUNDED = {
  path: ["fundedPlaces"],
  message: "Enter no more funded places than there are places",
};

/** The form for a new cohort; its key becomes the cohort's identifier. */
const newFields = z.strictObject({
  formKey: z.uuid({ error: "The form is incomplete. Reload the page and try again." }),
  /** The programme's slug for its template, or a cohort's identifier, to be rolled forward. */
  source: z.string({ error: "Choose what it is made from" }).min(1, "Choose what it is made from").max(60),
  startMonth,
  ...detailFields,
});
export const newCohortForm = newFields.refine(fundedFits, TOO_MANY_FUNDED);
/** The form for the facts of one that is there. */
export const cohortForm = z.strictObject({ version, ...detailFields }).refine(fundedFits, TOO_MANY_FUNDED);
export const cohortVersionForm = z.strictObject({ version });

/** Whether a list shows what is archived too. */
export const archivedQuestion = z.object({ archived: z.literal("1").optional().catch(undefined) });
