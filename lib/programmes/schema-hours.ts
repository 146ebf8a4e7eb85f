import { z } from "zod";
import { isStorable } from "../form";
import type { HoursRow } from "./schema";
import { MOST_HOURS } from "./schema-editing";

/** The form for the rows of the hours table, safe in the browser: a row whose every field is empty is left out. */

const FIELDS = ["component", "count", "minutes", "publishedAs"] as const;
const typed = z.string().max(400, "Shorten this").refine(isStorable, "Remove the hidden control characters");

export const hoursForm = z
  .strictObject({
    token: z.string().max(60),
    ...Object.fromEntries(
      FIELDS.flatMap((field) =>
        Array.from({ length: MOST_HOURS }, (_, index) => [`${field}${index}`, typed.optional()]),
      ),
    ),
  })
  .transform((form, context) => {
    const hours: HoursRow[] = [];
    for (let index = 0; index < MOST_HOURS; index++) {
      const [component = "", count = "", minutes = "", publishedAs = ""] = FIELDS.map((field) =>
        ((form as Record<string, string | undefined>)[`${field}${index}`] ?? "").replace(/\s+/g, " ").trim(),
      );
      if (![component, count, minutes, publishedAs].some(Boolean)) continue;
      const wrong = (field: (typeof FIELDS)[number], message: string) =>
        context.addIssue({ code: "custom", path: [`${field}${index}`], message });
      if (!component || component.length > 120)
        wrong("component", "Enter the part, in 120 characters or fewer");
      if (!whole(count, 100)) wrong("count", "Enter how many there are, from 1 to 100");
      if (!whole(minutes, 100_000)) wrong("minutes", "Enter the minutes in all, such as 180 for three hours");
      if (publishedAs.length > 60) wrong("publishedAs", "Shorten this to 60 characters or fewer");
      hours.push({
        component,
        count: Number(count),
        minutes: Number(minutes),
        publishedAs: publishedAs || null,
      });
    }
    if (hours.length === 0)
      context.addIssue({ code: "custom", path: ["component0"], message: "Enter at least one part" });
    return { token: form.token, hours };
  });

const whole = (text: string, most: number) => /^[1-9]\d{0,5}$/.test(text) && Number(text) <= most;
