import { hoursAndMinutes } from "../dates";
import type { Register, RegisterMark } from "../engagement/schema";
import { type GivenMark, MARK, MINUTES, type RegisterReview } from "./schema";

/** Marks as they were given, by enrolment. */
export type Marks = ReadonlyMap<string, GivenMark>;

/** "present", "absent", "there for 45 min". */
export function markInWords(mark: RegisterMark, minutes: number | null | undefined): string {
  return mark === "part" ? `there for ${hoursAndMinutes(minutes ?? 0)}` : mark;
}

/** What saving these marks would do to the register as it stands: pure. */
export function reviewOf(
  { rows, version }: Pick<Register, "rows" | "version">,
  marks: Marks,
): RegisterReview {
  const after = rows.map((row) => ({ ...row, next: marks.get(row.enrolmentId) }));
  const count = (mark: RegisterMark) => after.filter(({ next }) => next?.mark === mark).length;
  return {
    present: count("present"),
    part: count("part"),
    absent: count("absent"),
    unmarked: after.filter(({ next }) => !next).length,
    changes: after.flatMap(({ fullName, mark, minutes, next }) => {
      if (mark === null || !next) return [];
      const [from, to] = [markInWords(mark, minutes), markInWords(next.mark, next.minutes)];
      return from === to ? [] : [{ fullName, from, to }];
    }),
    firstTime: rows.every(({ mark }) => mark === null),
    version,
  };
}

/** Of those who were there for part of it, whose minutes are not fewer than the whole: field name → what to do. */
export function tooLong(marks: Marks, full: number): Record<string, string> {
  const over = [...marks].filter(([, { minutes }]) => minutes !== undefined && minutes >= full);
  const message = `Enter fewer than ${full} minutes, or mark the person as present`;
  return Object.fromEntries(over.map(([id]) => [`${MINUTES}${id}`, message]));
}

/** The marks as the form's values. */
export function markValues(marks: Marks): Record<string, string> {
  return Object.fromEntries(
    [...marks].flatMap(([id, { mark, minutes }]) => [
      [`${MARK}${id}`, mark],
      ...(minutes === undefined ? [] : [[`${MINUTES}${id}`, String(minutes)]]),
    ]),
  );
}
