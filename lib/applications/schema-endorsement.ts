import { z } from "zod";
import { normaliseAddress } from "../auth/address";
import { line, paragraph } from "../form";
import { version } from "./schema";
import { SPONSOR_ROLES, type SponsorPart } from "./schema-choices";

/** What a sponsor is asked and says. Safe in the browser. */

export const OUTCOMES = ["endorsed", "declined", "wrong_person"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * How an asking stands: it waits, it ran out, a newer link took its place, the application needs no answer any
 * more, or it is answered.
 */
export type Standing = "waiting" | "expired" | "replaced" | "closed" | Outcome;

/** As the applicant and staff read them. */
export const STANDING_WORDS: Record<Standing, string> = {
  waiting: "asked",
  expired: "not answered in time",
  replaced: "a newer link was sent",
  closed: "not needed any more",
  endorsed: "endorsed",
  declined: "not endorsed",
  wrong_person: "wrong person",
};

export const NOTE_MAX = 2_000;

export type Answer = {
  outcome: Outcome;
  jobTitle: string;
  note: string;
  releasesTime: boolean;
  supportsMentor: boolean;
};

/** The sponsor's form. What was typed for an answer that is not chosen is kept in the form and left out here. */
export const answerForm = z
  .strictObject({
    answer: z.enum(OUTCOMES, { error: "Choose one of the three answers" }),
    releasesTime: z.literal("yes").optional(),
    supportsMentor: z.literal("yes").optional(),
    jobTitle: line("your job title", 120, { optional: true }).default(""),
    note: paragraph("what you want to add", NOTE_MAX, { optional: true }).default(""),
    reason: paragraph("why you do not endorse it", NOTE_MAX, { optional: true }).default(""),
    rightPerson: line("who the right person is", 200, { optional: true }).default(""),
  })
  .superRefine((form, ctx) => {
    const ask = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (form.answer === "declined" && form.reason === "") ask("reason", "Enter why you do not endorse it");
    if (form.answer !== "endorsed") return;
    if (!form.releasesTime) ask("releasesTime", "Tick the box to say that you make the time");
    if (!form.supportsMentor) ask("supportsMentor", "Tick the box to say that you support the mentor's part");
    if (form.jobTitle === "") ask("jobTitle", "Enter your job title");
  })
  .transform((form): Answer => {
    const endorsed = form.answer === "endorsed";
    const notes = { endorsed: form.note, declined: form.reason, wrong_person: form.rightPerson };
    return {
      outcome: form.answer,
      jobTitle: endorsed ? form.jobTitle : "",
      note: notes[form.answer],
      releasesTime: endorsed,
      supportsMentor: endorsed,
    };
  });

/** Naming another sponsor. */
export const sponsorForm = z.strictObject({
  version,
  sponsorRole: z.enum(SPONSOR_ROLES, { error: "Choose who your sponsor is" }),
  sponsorName: line("your sponsor's name", 120),
  sponsorEmail: z
    .string({ error: "Enter your sponsor's e-mail address" })
    .max(254, "Enter a shorter e-mail address")
    .transform((text, ctx) => {
      const address = normaliseAddress(text);
      if (address) return address;
      ctx.addIssue({ code: "custom", message: "Enter an e-mail address, such as name@school.example" });
      return z.NEVER;
    }),
});

/** Sending the link again; `seen` is the asking that the page showed. */
export const resendForm = z.strictObject({ seen: z.string().max(36) });

/** A part of the application as the sponsor reads it. */
export type SharedPart = { part: SponsorPart; rows: { label: string; value: string }[] };
