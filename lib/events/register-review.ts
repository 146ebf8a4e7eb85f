import type { Register, RegisterMark } from "../engagement/schema";
import type { RegisterReview } from "./schema";

/** Marks as they were given, by enrolment. */
export type Marks = ReadonlyMap<string, RegisterMark>;

/** What saving these marks would do to the register as it stands: pure. */
export function reviewOf(rows: Register["rows"], marks: Marks): RegisterReview {
  const after = rows.map((row) => ({ ...row, next: marks.get(row.enrolmentId) ?? null }));
  const count = (mark: RegisterMark) => after.filter(({ next }) => next === mark).length;
  return {
    present: count("present"),
    absent: count("absent"),
    unmarked: after.filter(({ next }) => next === null).length,
    changes: after.flatMap(({ fullName, mark, next }) =>
      mark !== null && next !== null && mark !== next ? [{ fullName, from: mark, to: next }] : [],
    ),
    firstTime: rows.every(({ mark }) => mark === null),
  };
}
