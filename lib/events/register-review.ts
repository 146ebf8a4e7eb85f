import { hoursAndMinutes, timeInLondon } from "../dates";
import type { Register, RegisterMark } from "../engagement/schema";
import { type GivenMark, MARK, MINUTES, type RegisterReview, type Said, WAS } from "./schema";

/** Marks as they were given, by enrolment. */
export type Marks = ReadonlyMap<string, GivenMark>;
type Row = Register["rows"][number];

/** "present", "absent", "there for 45 min". */
export function markInWords(mark: RegisterMark, minutes: number | null | undefined): string {
  return mark === "part" ? `there for ${hoursAndMinutes(minutes ?? 0)}` : mark;
}

const given = (mark: GivenMark | undefined) => (mark ? markInWords(mark.mark, mark.minutes) : "not marked");
const standing = ({ mark, minutes }: Row) => (mark ? markInWords(mark, minutes) : "not marked");
const savedBy = ({ by, at }: Row) => [by, at && timeInLondon(at)].filter(Boolean).join(", ");

/** A mark as the form remembers it: "", "present", "absent", or the minutes of a part. */
export function markCode(mark: RegisterMark | null | undefined, minutes: number | null | undefined): string {
  return mark === "part" ? String(minutes ?? 0) : (mark ?? "");
}

/** The mark that a form begins with: what stands or, for who has said that they cannot come, absent. */
export const proposedMark = ({ mark, sorry }: Pick<Row, "mark" | "sorry">): RegisterMark | null =>
  mark ?? (sorry ? "absent" : null);
/** What a form found, as it remembers it: a proposal that nobody touched gives way to what somebody else has saved. */
export const foundCode = (row: Pick<Row, "mark" | "minutes" | "sorry">) =>
  markCode(proposedMark(row), row.minutes);

/**
 * The marks of a form that was open for a while, with what somebody else has saved since: where this form did not
 * change what it found, theirs stands. Where both changed the same mark, this form's is kept, to be shown as a
 * correction of theirs. A proposal that nobody touched goes with the apology that it came from. Pure.
 * @param was what stood when the form was made, by enrolment; whoever is not in it was not in the form
 */
export function withTheirs(
  rows: readonly Row[],
  marks: Marks,
  was: ReadonlyMap<string, string>,
): { marks: Map<string, GivenMark>; theirs: Said[] } {
  const merged = new Map(marks);
  const theirs: Said[] = [];
  for (const row of rows) {
    const { enrolmentId: id, mark, minutes, fullName } = row;
    const base = was.get(id);
    const mine = marks.get(id);
    const now = markCode(mark, minutes);
    if (base === undefined || now === base) continue;
    if (mine && markCode(mine.mark, mine.minutes) !== base) continue;
    if (mark === null) {
      // What was proposed for who could not come, and can come after all: nobody has marked them.
      if (!row.sorry) merged.delete(id);
      continue;
    }
    merged.set(id, mark === "part" ? { mark, minutes: minutes ?? 0 } : { mark });
    theirs.push({ fullName, from: given(mine), to: standing(row), by: savedBy(row) });
  }
  return { marks: merged, theirs };
}

/** What saving these marks would do to the register as it stands: pure. */
export function reviewOf(
  { rows, version }: Pick<Register, "rows" | "version">,
  marks: Marks,
  theirs: readonly Said[] = [],
): RegisterReview {
  const after = rows.map((row) => ({ row, next: marks.get(row.enrolmentId) }));
  const count = (mark: RegisterMark) => after.filter(({ next }) => next?.mark === mark).length;
  return {
    present: count("present"),
    part: count("part"),
    absent: count("absent"),
    unmarked: after.filter(({ next }) => !next).length,
    changes: after.flatMap(({ row, next }) => {
      if (row.mark === null || !next) return [];
      const [from, to] = [standing(row), given(next)];
      return from === to ? [] : [{ fullName: row.fullName, from, to, by: savedBy(row) }];
    }),
    theirs: [...theirs],
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

/** The marks as the form's values, with what stands in the register now. */
export function markValues(rows: readonly Row[], marks: Marks): Record<string, string> {
  return Object.fromEntries([
    ...rows.map((row) => [`${WAS}${row.enrolmentId}`, foundCode(row)]),
    ...[...marks].flatMap(([id, { mark, minutes }]) => [
      [`${MARK}${id}`, mark],
      ...(minutes === undefined ? [] : [[`${MINUTES}${id}`, String(minutes)]]),
    ]),
  ]);
}
