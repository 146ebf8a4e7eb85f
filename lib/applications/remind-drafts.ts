import "server-only";
import { dateColumn, dayInLondon, type PlainDate, plainDate } from "../dates";
import { db, inTransaction } from "../db";
import { type Message, queueEmail } from "../email/queue";
import type { Prisma } from "../generated/prisma/client";
import { answerColumns, askedColumns, toAnswers } from "./answers-row";
import { closingDaysToRemind, draftReminderDue, isDaytime } from "./draft-reminders";
import { draftReminderEmail } from "./emails";
import { facts } from "./find";
import { isBegun, missing } from "./sections";

const BATCH = 200;

export const draftSelect = {
  ...facts,
  ...answerColumns,
  createdAt: true,
  needs: { select: { access: true, dietary: true } },
  cohort: {
    select: {
      ...facts.cohort.select,
      programme: { select: { ...facts.cohort.select.programme.select, ...askedColumns } },
    },
  },
} as const satisfies Prisma.ApplicationSelect;
type Draft = Prisma.ApplicationGetPayload<{ select: typeof draftSelect }>;

/**
 * Reminds those who have begun an application that it closes, fourteen and three days before the last day, once
 * each, by day and never after it. Answers how many. Timed work: each is a transaction of its own, and one that was
 * sent meanwhile is left alone.
 */
export async function remindDrafts(at: Date): Promise<number> {
  if (!isDaytime(at)) return 0;
  let reminded = 0;
  for (let after: string | undefined; ; ) {
    const drafts = await nextDrafts(after, at);
    const due = await notYetReminded(drafts, at);
    for (const { draft, key } of due) if (await remind(draft, key, at)) reminded++;
    after = drafts.at(-1)?.id;
    if (drafts.length < BATCH) return reminded;
  }
}

/** Drafts that were saved at least once, in cohorts that close soon. */
function nextDrafts(after: string | undefined, at: Date): Promise<Draft[]> {
  return db.application.findMany({
    where: {
      state: "draft",
      version: { gt: 1 },
      cohort: { applicationsClose: { in: closingDaysToRemind(dayInLondon(at)).map(dateColumn) } },
      user: { accessEndedAt: null },
      ...(after ? { id: { gt: after } } : {}),
    },
    select: draftSelect,
    orderBy: { id: "asc" },
    take: BATCH,
  });
}

async function notYetReminded(drafts: Draft[], at: Date): Promise<{ draft: Draft; key: string }[]> {
  const due = drafts.flatMap((draft) => {
    const closesOn = draft.cohort.applicationsClose && plainDate(draft.cohort.applicationsClose);
    const days = closesOn && draftReminderDue({ createdAt: draft.createdAt, closesOn }, at);
    const begun = isBegun(toAnswers(draft, draft.cohort.programme), draft.needs ?? undefined);
    return days && begun ? [{ draft, key: `draft-reminder:${draft.id}:${days}` }] : [];
  });
  const sent = await db.outboxMessage.findMany({
    where: { dedupeKey: { in: due.map(({ key }) => key) } },
    select: { dedupeKey: true },
  });
  const keys = new Set(sent.map(({ dedupeKey }) => dedupeKey));
  return due.filter(({ key }) => !keys.has(key));
}

/** The e-mail, with what is still to be filled in. */
export function reminderOf(draft: Draft, closesOn: PlainDate): Message {
  const gaps = missing(toAnswers(draft, draft.cohort.programme)).map(({ what }) => what);
  return draftReminderEmail(draft, { closesOn, gaps });
}

async function remind(draft: Draft, dedupeKey: string, at: Date): Promise<boolean> {
  const { applicationsClose } = draft.cohort;
  if (!applicationsClose) return false;
  const message = reminderOf(draft, plainDate(applicationsClose));
  return inTransaction(async (tx) => {
    const still = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Application" WHERE id = ${draft.id}::uuid AND state = 'draft' FOR SHARE`;
    if (still.length === 0) return false;
    await queueEmail(tx, draft.user.email, message, { dedupeKey, at });
    return true;
  });
}
