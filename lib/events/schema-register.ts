import { z } from "zod";
import type { RegisterMark } from "../engagement/schema";
import { type FormState, line } from "../form";

/** Shapes of an event's register, safe in the browser. */

/** A mark as it was given; minutes only for "part". */
export type GivenMark = { mark: RegisterMark; minutes?: number };

/** A mark in words: what it was, what it becomes, and who gave the one that stands. */
export type Said = { fullName: string; from: string; to: string; by: string };

/** What a register's marks come to, before they are saved. */
export type RegisterReview = {
  present: number;
  part: number;
  absent: number;
  unmarked: number;
  /** Marks that were saved before and would be different now, with who saved them and when. */
  changes: Said[];
  /** Marks that somebody else saved while the form was open, and that stay as they are. */
  theirs: Said[];
  firstTime: boolean;
  /** The register's that this was made on. */
  version: string;
};

/** The register's form: marks are typed values named `mark-<enrolment>` and `minutes-<enrolment>`; with a review, it asks to save. */
export type RegisterState = FormState & { review?: RegisterReview };

/** The steps of the form, as its buttons send them. */
export const REGISTER_STEPS = ["review", "rest-present", "edit", "save"] as const;
export const MARK = "mark-";
export const MINUTES = "minutes-";
/** What stood in the register when the form was made: "", "present", "absent", or the minutes of a part. */
export const WAS = "was-";
/** The longest reason for a correction. */
export const REASON_LIMIT = 300;
const MOST_MARKS = 2_000;
const STOOD = /^(?:|present|absent|\d{1,4})$/;
const MARKS = new Set<unknown>(["present", "part", "absent"] satisfies RegisterMark[]);
const HOW_LONG = "Enter for how many minutes they were there, as a whole number such as 45";

/**
 * The register's form: its step, the version that its review was made on, why it is corrected, a mark for each person
 * who has one, and what stood there when the form was made.
 */
export const registerForm = z
  .record(z.string(), z.string().max(2 * REASON_LIMIT))
  .transform(({ step, version, reason = "", ...given }, ctx) => {
    const marks = new Map<string, GivenMark>();
    const was = new Map<string, string>();
    const why = line("why the register is corrected", REASON_LIMIT, { optional: true }).safeParse(reason);
    if (!why.success)
      ctx.addIssue({ code: "custom", path: ["reason"], message: why.error.issues[0]?.message ?? "" });
    for (const [name, value] of Object.entries(given)) {
      const kind = [MARK, MINUTES, WAS].find((prefix) => name.startsWith(prefix));
      const id = kind && z.uuid().safeParse(name.slice(kind.length)).data;
      if (!id || (kind === MARK && !MARKS.has(value)) || (kind === WAS && !STOOD.test(value))) {
        ctx.addIssue({ code: "unrecognized_keys", keys: [name], input: given });
      } else if (kind === WAS) {
        was.set(id, value);
      } else if (kind === MARK && value === "part") {
        // Minutes stay in the form when another mark is chosen after all, and say nothing then.
        const minutes = given[`${MINUTES}${id}`]?.trim() ?? "";
        if (/^[1-9]\d{0,3}$/.test(minutes)) marks.set(id, { mark: "part", minutes: Number(minutes) });
        else ctx.addIssue({ code: "custom", path: [`${MINUTES}${id}`], message: HOW_LONG });
      } else if (kind === MARK) marks.set(id, { mark: value as RegisterMark });
    }
    const chosen = z.enum(REGISTER_STEPS).catch("review").parse(step);
    if (marks.size > MOST_MARKS) ctx.addIssue({ code: "custom", message: "Too many marks at once" });
    if (marks.size === 0 && ctx.issues.length === 0 && (chosen === "review" || chosen === "save")) {
      ctx.addIssue({ code: "custom", message: "Mark at least one person as present or absent" });
    }
    return { step: chosen, version, reason: why.data ?? "", marks, was };
  });
export type GivenRegister = z.output<typeof registerForm>;

/** Given marks as the register takes them. */
export const toMarks = (marks: ReadonlyMap<string, GivenMark>) =>
  [...marks].map(([enrolmentId, { mark, minutes }]) => ({
    enrolmentId,
    attended: mark !== "absent",
    ...(minutes === undefined ? {} : { minutes }),
  }));
