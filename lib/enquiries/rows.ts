import { dayInLondon, shortDate, timeInLondon } from "../dates";
import type { Prisma } from "../generated/prisma/client";
import { dueWords, lateBy, stateOf } from "./states";
import type { EnquiryRow } from "./views";

/** From the table's rows to what pages show. */

export const rowSelect = {
  id: true,
  reference: true,
  name: true,
  email: true,
  question: true,
  createdAt: true,
  dueAt: true,
  answeredAt: true,
  closedAt: true,
  closedReason: true,
  programme: { select: { shortName: true } },
} satisfies Prisma.EnquirySelect;

type Found = Prisma.EnquiryGetPayload<{ select: typeof rowSelect }>;

/** "21 November 2026, 14:05" in London. */
export const moment = (at: Date) => `${shortDate(dayInLondon(at))}, ${timeInLondon(at)}`;

const EXTRACT = 140;

/** The first words of a question, on one line, cut at a space. */
export function extractOf(question: string): string {
  const line = question.replace(/\s+/g, " ");
  if (line.length <= EXTRACT) return line;
  const cut = line.slice(0, EXTRACT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 60)).trimEnd()} …`.toWellFormed();
}

export function rowOf(found: Found, at: Date): EnquiryRow {
  const state = stateOf(found);
  return {
    id: found.id,
    reference: found.reference,
    name: found.name,
    email: found.email,
    extract: extractOf(found.question),
    programme: found.programme?.shortName ?? null,
    askedAt: moment(found.createdAt),
    state,
    due: state === "waiting" ? dueWords(found.dueAt, at) : null,
    dueAt: moment(found.dueAt),
    answeredAt: found.answeredAt && moment(found.answeredAt),
    late: found.answeredAt && lateBy(found.dueAt, found.answeredAt),
    setAside: found.closedReason,
  };
}
