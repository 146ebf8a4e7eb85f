import { z } from "zod";
import { type FormState, line } from "../form";
import { REASON_LIMIT } from "./schema-register";

/** A meeting's attendance report on its way into a register. Safe in the browser. */

/** From which part of the event's time on somebody counts as present, in percent: at least half of it. */
export const SHARES = ["100", "90", "80", "75", "50"] as const;
export const USUAL_SHARE = "90";

/** What somebody's minutes in the meeting come to in the register. */
export type Proposal = {
  fullName: string;
  as: string;
  by: string;
  minutes: number;
  now: string;
  next: string;
};

/** Read, and nothing written yet. */
export type AttendanceReport = {
  fileName: string;
  share: string;
  /** The register's that it was compared with. */
  version: string;
  matched: (Proposal & { enrolmentId: string })[];
  /** Who could be several people, or nobody: staff choose. */
  unsure: {
    line: number;
    as: string;
    minutes: number;
    candidates: { enrolmentId: string; fullName: string }[];
  }[];
  /** Who is like nobody of the register. */
  nobody: { line: number; as: string; minutes: number }[];
  /** Expected, without a mark, and not in the report; `sorry` where they have said that they cannot come. */
  missing: { enrolmentId: string; fullName: string; sorry: boolean }[];
  /** True where marks were saved before: who somebody is can change one of them. */
  marked: boolean;
  wrong: { line: number; why: string }[];
};
export type ImportState = FormState & { report?: AttendanceReport };

/** The file itself comes beside the fields. */
export const readForm = z.strictObject({ step: z.literal("read"), share: z.enum(SHARES) });

export const IN_FILE = "minutes-";
export const WHO = "who-";
export const SPAN = "span-";
const MOST = 2_000;
const minutes = z.coerce.number().int().min(0).max(10_000);

/**
 * What goes into the register: the minutes of each person matched (`minutes-<enrolment>`), and of each that staff chose
 * (`who-<n>` with `span-<n>`; "" for nobody); and why, where marks that stand are corrected.
 */
export const confirmForm = z
  .record(z.string(), z.string().max(2 * REASON_LIMIT))
  .transform(({ step, version, share, absent, reason = "", ...given }, ctx) => {
    const there = new Map<string, number>();
    const add = (id: string, more: number) => there.set(id, (there.get(id) ?? 0) + more);
    const refuse = (name: string) => ctx.addIssue({ code: "unrecognized_keys", keys: [name], input: given });
    for (const [name, value] of Object.entries(given)) {
      if (name.startsWith(IN_FILE)) {
        const id = z.uuid().safeParse(name.slice(IN_FILE.length)).data;
        const measured = minutes.safeParse(value).data;
        if (id === undefined || measured === undefined) refuse(name);
        else add(id, measured);
      } else if (/^who-\d{1,4}$/.test(name)) {
        const measured = minutes.safeParse(given[`${SPAN}${name.slice(WHO.length)}`]).data;
        const id = z.uuid().safeParse(value).data;
        if (measured === undefined || (value !== "" && !id)) refuse(name);
        else if (id) add(id, measured);
      } else if (!/^span-\d{1,4}$/.test(name)) refuse(name);
    }
    const counts = z.enum(SHARES).safeParse(share).data;
    if (step !== "save" || !counts || !version || !(absent === undefined || absent === "yes")) refuse("step");
    const why = line("why the register is corrected", REASON_LIMIT, { optional: true }).safeParse(reason);
    if (!why.success)
      ctx.addIssue({ code: "custom", path: ["reason"], message: why.error.issues[0]?.message ?? "" });
    if (there.size > MOST) ctx.addIssue({ code: "custom", message: "Too many people at once" });
    return {
      ...{ version: version ?? "", share: Number(counts ?? USUAL_SHARE), absent: absent === "yes", there },
      reason: why.data ?? "",
    };
  });
