import { z } from "zod";
import { isPlainDate } from "../dates";
import {
  DEFERRAL_REASONS,
  ENROLMENT_STATES,
  type EnrolmentState,
  WITHDRAWAL_REASONS,
} from "../enrolments/schema";
import { paragraph } from "../form";

/** Changes of a participant's standing, in the forms' words; safe in the browser. */

/** As addresses have them, each a noun. */
export const CHANGES = ["deferral", "withdrawal", "return", "transfer", "completion"] as const;
export type Change = (typeof CHANGES)[number];

/** The state that each leads to. */
export const LEADS_TO: Record<Change, EnrolmentState> = {
  deferral: "deferred",
  withdrawal: "withdrawn",
  return: "active",
  transfer: "transferred",
  completion: "completed",
};

export const CHANGE_WORDS: Record<Change, { title: string; submit: string; what: string }> = {
  deferral: {
    title: "Defer",
    submit: "Defer and tell them",
    what: "They stop for a time. Nothing is due and nothing can be recorded until they come back.",
  },
  withdrawal: {
    title: "Withdraw",
    submit: "Withdraw and tell them",
    what: "They leave the programme. They can come back later.",
  },
  return: {
    title: "Resume in this cohort",
    submit: "Resume and tell them",
    what: "They go on where they stopped, with this cohort’s dates.",
  },
  transfer: {
    title: "Move to a later cohort",
    submit: "Move and tell them",
    what: "They go on in a later cohort; what they have completed is carried over.",
  },
  completion: {
    title: "Complete",
    submit: "Complete and tell them",
    what: "They have done all that the programme asks. This is the end, and cannot be taken back.",
  },
};

/** DfE's codes in plain words. */
export const REASON_WORDS: Record<
  (typeof DEFERRAL_REASONS)[number] | (typeof WITHDRAWAL_REASONS)[number],
  string
> = {
  bereavement: "Bereavement",
  "long-term-sickness": "Long-term sickness",
  "parental-leave": "Parental leave",
  "career-break": "Career break",
  "insufficient-capacity-to-undertake-programme": "Not enough capacity to take the programme on",
  "personal-reason-health-or-pregnancy-related": "Personal: health or pregnancy",
  "personal-reason-moving-school": "Personal: moving school",
  "personal-reason-other": "Personal: another reason",
  "insufficient-capacity": "Not enough capacity",
  "change-in-developmental-or-personal-priorities": "Other priorities, in development or in life",
  "change-in-school-circumstances": "The school’s circumstances changed",
  "change-in-school-leadership": "The school’s leadership changed",
  "quality-of-programme-structure-not-suitable": "Programme: its structure does not suit",
  "quality-of-programme-content-not-suitable": "Programme: its content does not suit",
  "quality-of-programme-facilitation-not-effective": "Programme: its facilitation is not effective",
  "quality-of-programme-accessibility": "Programme: its accessibility",
  "quality-of-programme-other": "Programme: another reason",
  "programme-not-appropriate-for-role-and-cpd-needs": "Not right for their role and development needs",
  "started-in-error": "Started in error",
  "expected-commitment-unclear": "What it would ask of them was unclear",
  "assessment-requirements-not-met": "The assessment’s requirements were not met",
  "change-in-career": "A change of career",
  "disengaged-and-unresponsive": "Disengaged, and does not answer",
  "non-payment-of-invoice": "The invoice was not paid",
  other: "Another reason",
};

export const MESSAGE_MAX = 3_000;
export const OVERRIDE_MAX = 500;

const common = {
  /** What the page showed: another state meanwhile is said, not overwritten. */
  fromState: z.enum(ENROLMENT_STATES, { error: "Reload the page and try again" }),
  effectiveOn: z
    .string({ error: "Enter the day it takes effect" })
    .max(10, "Enter the day it takes effect")
    .refine(isPlainDate, "Enter the day it takes effect"),
  message: paragraph("what they are told", MESSAGE_MAX),
};
const reason = (codes: readonly [string, ...string[]]) => z.enum(codes, { error: "Choose a reason" });

export const changeForms = {
  deferral: z.strictObject({ ...common, reasonCode: reason(DEFERRAL_REASONS) }),
  withdrawal: z.strictObject({ ...common, reasonCode: reason(WITHDRAWAL_REASONS) }),
  return: z.strictObject(common),
  completion: z.strictObject({
    ...common,
    override: paragraph("why", OVERRIDE_MAX, { optional: true }).optional(),
  }),
};
export const transferForm = z.strictObject({
  ...common,
  toCohortId: z.uuid({ error: "Choose a cohort from the list" }),
});

export type ChangeInput = z.output<typeof changeForms.return> & { reasonCode?: string; override?: string };
export type TransferInput = z.output<typeof transferForm>;

export const changeQuestion = z.enum(CHANGES);
/** Which cohort the page of a move is about. */
export const transferQuestion = z.object({ to: z.uuid().optional().catch(undefined) });
