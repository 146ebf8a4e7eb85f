import { z } from "zod";
import { isPlainDate } from "../dates";

/** Shapes of enrolments, safe in the browser. */

export const ENROLMENT_STATES = ["active", "deferred", "withdrawn", "completed", "transferred"] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** DfE's codes, as published for its API v3. */
export const DEFERRAL_REASONS = [
  "bereavement",
  "long-term-sickness",
  "parental-leave",
  "career-break",
  "other",
] as const;
export const WITHDRAWAL_REASONS = [
  "insufficient-capacity-to-undertake-programme",
  "personal-reason-health-or-pregnancy-related",
  "personal-reason-moving-school",
  "personal-reason-other",
  "insufficient-capacity",
  "change-in-developmental-or-personal-priorities",
  "change-in-school-circumstances",
  "change-in-school-leadership",
  "quality-of-programme-structure-not-suitable",
  "quality-of-programme-content-not-suitable",
  "quality-of-programme-facilitation-not-effective",
  "quality-of-programme-accessibility",
  "quality-of-programme-other",
  "programme-not-appropriate-for-role-and-cpd-needs",
  "started-in-error",
  "expected-commitment-unclear",
  "assessment-requirements-not-met",
  "change-in-career",
  "disengaged-and-unresponsive",
  "non-payment-of-invoice",
  "other",
] as const;

const reasonCode = z.enum([...DEFERRAL_REASONS, ...WITHDRAWAL_REASONS], { error: "Choose a reason" });
const effectiveOn = z
  .string({ error: "Enter the day it takes effect" })
  .refine(isPlainDate, "Enter the day it takes effect");

/** A change of state without conditions of its own. */
export const statusChange = z.strictObject({
  toState: z.enum(["active", "deferred", "withdrawn"], { error: "Choose the new state" }),
  reasonCode: reasonCode.optional(),
  effectiveOn,
});
export type StatusChange = z.infer<typeof statusChange> & { enrolmentId: string };

/** What an enrolment is made from: the accepted application's facts. */
export type NewEnrolment = {
  applicationId: string | null;
  userId: string;
  cohortId: string;
  fundedPlace: boolean;
  fullName: string;
  workplace: string;
  jobTitle: string;
  trn: string | null;
  /** The enrolment in an earlier cohort that this one goes on from. */
  continuesId?: string;
};
