import { z } from "zod";
import { line, paragraph } from "../form";

/** The forms in which staff edit a prospectus, safe in the browser. */

/**
 * Which draft a form was opened on: the public version's number, the draft's version and when it was saved.
 * A form that was opened on anything else is refused.
 */
const token = z.string().max(60);
export const tokenForm = z.strictObject({ token });

export const sectionForm = z.strictObject({
  token,
  label: line("a short name for the contents list", 60),
  heading: line("a heading", 160),
  body: paragraph("the text", 20_000),
});

export const areaForm = z.strictObject({
  token,
  title: line("the area's name", 120),
  summary: line("one sentence on the area", 300),
  body: paragraph("the text", 5_000),
});

/** How many voices, and rows of hours, a form has room for. */
export const MOST_VOICES = 8;
export const MOST_HOURS = 10;

const slots = <T extends z.ZodType>(most: number, name: string, field: T) =>
  Object.fromEntries(Array.from({ length: most }, (_, index) => [`${name}${index}`, field]));

/** Voices by their place; who and report both empty leave one out. A form may send fewer than there is room for. */
export const voicesForm = z
  .strictObject({
    token,
    ...slots(MOST_VOICES, "who", line("who told us, and when", 120, { optional: true }).optional()),
    ...slots(MOST_VOICES, "report", paragraph("what they told us", 5_000, { optional: true }).optional()),
  })
  .transform((typed, context) => {
    const field = (name: string) => (typed as Record<string, string | undefined>)[name] ?? "";
    const voices: { who: string; report: string }[] = [];
    for (let index = 0; index < MOST_VOICES; index++) {
      const [who, report] = [field(`who${index}`), field(`report${index}`)];
      if (!who && !report) continue;
      const missing = who ? (report ? null : "report") : "who";
      if (missing) {
        const message = missing === "who" ? "Enter who told us, and when" : "Enter what they told us";
        context.addIssue({ code: "custom", path: [`${missing}${index}`], message });
      } else if (!/\d{4}/.test(who)) {
        const message = "Say which year or cohort it is from, such as “A participant of spring 2025”";
        context.addIssue({ code: "custom", path: [`who${index}`], message });
      }
      voices.push({ who, report });
    }
    return { token: typed.token, voices };
  });

/** A whole number typed by a person, within bounds. */
function whole(what: string, least: number, most: number) {
  const message = `Enter ${what}, a whole number from ${least.toLocaleString("en-GB")} to ${most.toLocaleString("en-GB")}`;
  return z
    .string({ error: message })
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message);
}

const feeMessage = "Enter the fee without VAT in pounds, such as 4099 or 4099.50";
const fee = z
  .string({ error: feeMessage })
  .max(20, feeMessage)
  .transform((typed) => typed.replace(/[£,\s]/g, ""))
  .refine((typed) => /^\d{1,5}(\.\d\d)?$/.test(typed), feeMessage)
  .transform((typed) => Math.round(Number(typed) * 100));

/** The facts that an administrator edits; money in pounds as typed, in pence as parsed. */
export const factsForm = z.strictObject({
  token,
  title: line("the programme's name", 120),
  shortName: line("the short name", 30),
  qualification: line("the qualification's full name", 200),
  dfeIdentifier: line("the identifier", 60, { optional: true }).transform((text) => text || null),
  summary: line("a summary", 600),
  audience: line("whom it is for", 600),
  durationMonths: whole("how many months it takes", 1, 60),
  engagementThresholdPercent: whole("the percentage", 0, 100),
  feePence: fee,
  vatPercent: whole("the rate of VAT", 0, 100),
  scholarshipNote: line("what is known of scholarships", 300),
  residentialPlaces: paragraph("places", 600, { optional: true })
    .transform((text) =>
      text
        .split("\n")
        .map((place) => place.trim())
        .filter(Boolean),
    )
    .refine((places) => places.length <= 20 && places.every((place) => place.length <= 60), {
      error: "Enter at most 20 places, one a line, each of 60 characters or fewer",
    }),
  contactEmail: z
    .string({ error: "Enter an e-mail address" })
    .trim()
    .pipe(z.email("Enter an e-mail address, such as npq@example.org").max(254)),
  contactReplyHours: whole("within how many hours questions are answered", 1, 1_000),
});

export const publishForm = z.strictObject({
  token,
  note: line("what you changed, and why", 300),
});
