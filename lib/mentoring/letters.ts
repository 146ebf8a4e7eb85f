import { REMIND_AFTER_DAYS, reminderDue } from "../asking";
import type { Waiting } from "./waiting";

/** What is to be written to a mentor's address, if anything. Pure. */

export type Letter = {
  /** The most that it is about: being named for the first time, something new to do, or a reminder. */
  why: "named" | "asked" | "reminder" | "again";
  mentorName: string;
  /** Participants who have named them since the last e-mail, and all whom it may list. */
  named: Waiting[];
  people: Waiting[];
  /** Everything that waits, new or not. */
  items: Waiting[];
  /** Of these, what is asked for the first time, and what is reminded of. */
  asked: Waiting[];
  reminded: Waiting[];
};

/**
 * One e-mail for everything that waits at an address: all participants who named it, all that is theirs to do. Null
 * when nothing is new and no reminder is due, unless a new link was asked for (`again`).
 */
export function letterFor(rows: readonly Waiting[], at: Date, again = false): Letter | null {
  const people = [...new Map(rows.map((row) => [row.mentorId, row])).values()];
  const items = rows.filter(({ milestoneId }) => milestoneId !== null);
  const named = people.filter(({ welcomed }) => !welcomed);
  const asked = items.filter(({ askedAt }) => askedAt === null);
  const reminded = items.filter(
    ({ askedAt, remindedAt }) => askedAt !== null && reminderDue({ askedAt, remindedAt }, at),
  );
  const mentorName = people.at(-1)?.mentorName;
  if (mentorName === undefined) return null;
  const why =
    asked.length > 0
      ? "asked"
      : named.length > 0
        ? "named"
        : again
          ? "again"
          : reminded.length > 0
            ? "reminder"
            : null;
  return why && { why, mentorName, named, people, items, asked, reminded };
}

/** An asking that is older than this may have a reminder due; a day less than asked for, as one of them may have 23 hours. */
export const reminderCandidates = (at: Date) =>
  new Date(at.getTime() - (REMIND_AFTER_DAYS[0] - 1) * 86_400_000);
