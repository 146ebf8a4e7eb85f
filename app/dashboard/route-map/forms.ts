import { z } from "zod";
import { correctRecordForm, logStudyForm, STUDY_MINUTES } from "@/lib/engagement/schema";

/** Time as people give it, in hours and minutes; the domain counts minutes. */

const whole = (what: string, most: number) =>
  z
    .string({ error: `Enter the ${what}` })
    .trim()
    .regex(/^\d{0,3}$/, `Enter the ${what} as a whole number, such as 2`)
    .transform(Number)
    .refine((number) => number <= most, `Enter ${most} ${what} or fewer`);

const time = {
  hours: whole("hours", STUDY_MINUTES.most / 60),
  minutes: whole("minutes", STUDY_MINUTES.most),
};

function inMinutes<T extends { hours: number; minutes: number }>(
  { hours, ...rest }: T,
  ctx: z.RefinementCtx,
): Omit<T, "hours"> {
  const minutes = hours * 60 + rest.minutes;
  if (minutes < STUDY_MINUTES.least || minutes > STUDY_MINUTES.most) {
    const message =
      minutes === 0
        ? "Enter how long you studied, in hours, minutes or both"
        : `Enter a time from ${STUDY_MINUTES.least} minutes to ${STUDY_MINUTES.most / 60} hours; log a longer stretch in pieces`;
    ctx.addIssue({ code: "custom", path: ["hours"], message });
  }
  return { ...rest, minutes } as Omit<T, "hours">;
}

export const studyForm = logStudyForm.extend(time).transform(inMinutes);
export const correctionForm = correctRecordForm.extend(time).transform(inMinutes);
/** Takes a record back: a button and nothing else. */
export const takeBackForm = z.strictObject({ formKey: logStudyForm.shape.formKey });
