import { z } from "zod";
import { isPlainDate } from "../dates";
import type { Setting } from "../eligibility/schema";
import { line, paragraph } from "../form";

/** Shapes of funding, safe in the browser: scholarship notices, rules, delivery partners, lists. */

/** Where a rule can hold. British international schools pay their delivery partner, so no rule is for them. */
export const RULE_SETTINGS = ["state", "independent", "elsewhere"] as const satisfies readonly Setting[];

export const NOTICE_MAX = 6_000;

const INCOMPLETE = "The form is incomplete. Reload the page and try again.";
/** One for each rendered form; it becomes the row's own id, so that a second click makes no second row. */
const key = z.uuid({ error: INCOMPLETE }).transform((text) => text.toLowerCase());
/** What a row said when the form was opened, as `seenOf` in rows.ts makes it; "new" where there was none. */
const seen = z.string({ error: INCOMPLETE }).regex(/^(new|[0-9a-f]{64})$/, INCOMPLETE);
const day = (message: string) => z.string({ error: message }).trim().refine(isPlainDate, message);
const dayOrNone = (message: string) =>
  z
    .string()
    .trim()
    .refine((text) => text === "" || isPlainDate(text), message)
    .transform((text) => text || null);

/** A notice, in its two steps. */
export const noticeForm = z
  .strictObject({
    formKey: key,
    step: z.enum(["preview", "change", "publish"], { error: INCOMPLETE }),
    body: paragraph("the notice", NOTICE_MAX),
    when: z.enum(["now", "later"], { error: "Choose when it becomes public" }),
    day: z.string().trim().max(10),
    time: z.string().trim().max(5),
  })
  .superRefine(({ when, day: on, time }, ctx) => {
    if (when === "now") return;
    if (!isPlainDate(on))
      ctx.addIssue({ code: "custom", path: ["day"], message: "Enter the day it becomes public" });
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
      ctx.addIssue({ code: "custom", path: ["time"], message: "Enter the time of day, such as 09:00" });
  });

/** A button and nothing else. */
export const plainForm = z.strictObject({});

export const ruleForm = z
  .strictObject({
    formKey: key,
    seen,
    name: line("a name for the rule", 120),
    explanation: paragraph("what it pays and what it asks", 3_000),
    settings: z.preprocess(
      (ticked) => (ticked === undefined ? [] : [ticked].flat()),
      z
        .array(z.enum(RULE_SETTINGS, { error: "Choose from the list" }))
        .min(1, "Choose where it holds")
        .transform((ticked) => RULE_SETTINGS.filter((setting) => ticked.includes(setting))),
    ),
    listName: line("the name of the list", 120, { optional: true }).transform((text) => text || null),
    validFrom: day("Enter the first day it holds"),
    validTo: dayOrNone("Enter the last day it holds, or leave it empty"),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    path: ["validTo"],
    error: "Enter a last day that is not before the first",
  });
export type RuleInput = z.output<typeof ruleForm>;

const HTTPS = "Enter a web address that begins with https://";

export const partnerForm = z.strictObject({
  formKey: key,
  seen,
  name: line("the partner’s name", 120),
  url: line("the partner’s web address", 300).pipe(z.url({ protocol: /^https$/, error: HTTPS })),
});
export type PartnerInput = z.output<typeof partnerForm>;

/** Taking a rule or a partner away, as it was when the page was opened. */
export const removalForm = z.strictObject({ seen });

/** A file of schools or trusts; the file itself is read apart, since it is no text. */
export const uploadForm = z.strictObject({
  formKey: key,
  only: z.literal("check", { error: INCOMPLETE }).optional(),
});

/** The largest file, in bytes: what a form may send at all is a little more (lib/server/gate.ts). */
export const FILE_LIMIT = 900_000;
export const MOST_LINES = 20_000;
