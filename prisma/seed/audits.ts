import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { sendEvaluation } from "@/lib/evaluations/send";
import { submitAudit } from "@/lib/learning-audits/save";
import { areas } from "./npqel/areas";

/** What people answered in their learning audits and evaluations. */

/** What an area's note says before and after, where somebody wrote one. */
const NOTES: Record<string, [string, string]> = {
  "trust-culture": [
    "We have a written vision. I doubt that every school would recognise it.",
    "Three heads now open their briefings with the same two priorities. The other two are next.",
  ],
  teaching: [
    "Strong in my own school, uneven across the others.",
    "Shared coaching cycles run in four schools; the fifth starts in January.",
  ],
  "curriculum-and-assessment": [
    "Assessment data comes from four systems and nobody trusts all of it.",
    "We report on one page now. It took the whole half term and it was worth it.",
  ],
  "operational-management": [
    "I rely on our finance lead more than I should.",
    "I led the three-year plan myself and could answer the trustees’ questions.",
  ],
  "behaviour-and-support": [
    "Good policies. How they are lived differs from site to site.",
    "Attendance leads meet every fortnight; suspensions are down in two schools.",
  ],
  implementation: [
    "We start too many things.",
    "We stopped two projects to do one properly. I would not have dared in May.",
  ],
  "trust-governance": [
    "I report to the board, and rarely ask it anything.",
    "We rewrote the risk register with the trustees instead of for them.",
  ],
};

/** A mark of 1 to 5 that follows from who it is and which area, so that each run of the seed is the same. */
const startOf = (position: number, area: number) => [2, 3, 2, 1, 3, 2, 4][(position * 2 + area * 3) % 7] ?? 2;
const growthOf = (position: number, area: number) => [1, 1, 0, 2, 1, 1, -1][(position + area * 2) % 7] ?? 1;

/** Sends a person's audit; `turn` 0 is the first of module 1, 1 its review, 2 the first of module 2. */
export function auditStep(
  actor: Actor,
  milestoneId: string,
  position: number,
  turn: 0 | 1 | 2,
): (at: Date) => Promise<unknown> {
  const marks = areas.map(({ key }, area) => {
    const start = startOf(position, area);
    const mark = turn === 0 ? start : Math.min(5, Math.max(1, start + growthOf(position, area)));
    const writes = (position + area) % 3 === 0;
    // Nobody writes of progress beside a mark that did not go up.
    const suits = turn === 0 || mark > start;
    return { areaKey: key, mark, note: writes && suits ? (NOTES[key]?.[turn === 0 ? 0 : 1] ?? "") : "" };
  });
  return (at) => submitAudit(actor, { milestoneId, version: 0, formKey: randomUUID(), marks }, at);
}

/** By the person's place in the cast; each sentence is one person's. */
const USED: Record<number, string> = {
  0: "The way we were shown to write a theory of change. It has replaced our improvement plan’s first page.",
  2: "The finance unit. I asked better questions at the next committee.",
  4: "The group’s case discussion, which I have copied with my own heads.",
  7: "Stopping something before starting something new.",
  8: "The reading on trust growth, as the reason to say no to a merger.",
  10: "The risk exercise, with my board. It was the best meeting of the year.",
  13: "The induction’s questions about culture, on every school visit since.",
};
const CHANGE: Record<number, string> = {
  0: "Give the dates of the sessions a term earlier.",
  4: "Less reading in September, when everything else starts too.",
  5: "More about small trusts: most cases are about big ones.",
  11: "Put the group’s session before the task, not after it.",
  14: "A longer session with the group. Two hours are over when it gets good.",
  18: "Tell our line managers what the check-in is for before it is due.",
};
const TIME = ["About the hours given", "More than the hours given", "About the hours given"];

/** Sends a person's evaluation of module 1. */
export function evaluationStep(
  actor: Actor,
  milestoneId: string,
  position: number,
): (at: Date) => Promise<unknown> {
  return async (at) => {
    const { id } = await db.evaluationForm.findFirstOrThrow({
      where: { module: 1 },
      orderBy: { version: "desc" },
      select: { id: true },
    });
    const mark = (shift: number) => String(3 + ((position * 2 + shift) % 3));
    const answers = new Map([
      ["useful", mark(1)],
      ["clear", String(2 + ((position + 1) % 4))],
      ["group", mark(2)],
      ["time", TIME[position % TIME.length] ?? ""],
      ["start", mark(0)],
      ["used", USED[position] ?? ""],
      ["change", CHANGE[position] ?? ""],
    ]);
    await sendEvaluation(actor, { milestoneId, formId: id, answers }, at);
  };
}
