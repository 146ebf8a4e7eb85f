import type { Register } from "../../engagement/schema";
import { markInWords } from "../register-review";
import type { AttendanceReport, GivenMark } from "../schema";
import { type Known, matcher } from "./match";
import { type EventTime, type FilePerson, minutesOf } from "./people";

/**
 * What minutes in the meeting are in a register: present from a share of the event's time on, else a part of it,
 * which counts for its minutes and never for all. Nobody there for less than a minute was there. Pure.
 */
export function markFor(
  minutes: number,
  { share, length, full }: { share: number /** The event's, in minutes. */; length: number; full: number },
): GivenMark {
  if (minutes < 1) return { mark: "absent" };
  // An item of no minutes, or one, has no parts.
  if (minutes * 100 >= length * share || full < 2) return { mark: "present" };
  return { mark: "part", minutes: Math.min(minutes, full - 1) };
}

export const lengthOfEvent = ({ startsAt, endsAt }: EventTime) =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

/** Sets a report's people beside a register: who is who, for how long, and what would change. */
export function propose(
  register: Register,
  known: readonly Known[],
  people: readonly FilePerson[],
  share: number,
): Pick<AttendanceReport, "matched" | "unsure" | "nobody" | "missing" | "marked"> {
  const { event, rows, milestone } = register;
  const terms = { share, length: lengthOfEvent(event), full: milestone.minutes };
  const find = matcher(known);
  const name = new Map(rows.map(({ enrolmentId, fullName }) => [enrolmentId, fullName]));
  // Nobody marks themselves, by a file neither.
  const own = new Set(rows.flatMap((row) => (row.own ? [row.enrolmentId] : [])));
  const matched = new Map<string, { people: FilePerson[]; by: string }>();
  const unsure: AttendanceReport["unsure"] = [];
  const nobody: AttendanceReport["nobody"] = [];
  for (const person of people) {
    const found = find(person);
    const as = person.names.join(", ");
    const minutes = minutesOf([person], event);
    if (found.kind === "nobody") nobody.push({ line: person.line, as, minutes });
    else if (found.kind === "unsure") {
      const others = found.candidates.filter((id) => !own.has(id));
      const candidates = others.map((id) => ({ enrolmentId: id, fullName: name.get(id) ?? "" }));
      unsure.push({ line: person.line, as, minutes, candidates });
    } else if (own.has(found.enrolmentId)) {
      nobody.push({ line: person.line, as: `${as} (you: somebody else has to mark you)`, minutes });
    } else {
      const { enrolmentId, by } = found;
      const before = matched.get(enrolmentId);
      matched.set(enrolmentId, { people: [...(before?.people ?? []), person], by: before?.by ?? by });
    }
  }
  return {
    matched: rows.flatMap((row) => {
      const found = matched.get(row.enrolmentId);
      if (!found) return [];
      const minutes = minutesOf(found.people, event);
      const { mark, minutes: part } = markFor(minutes, terms);
      return [
        {
          enrolmentId: row.enrolmentId,
          fullName: row.fullName,
          as: found.people.flatMap(({ names }) => names).join(", "),
          by: found.by,
          minutes,
          now: row.mark ? markInWords(row.mark, row.minutes) : "",
          next: markInWords(mark, part),
        },
      ];
    }),
    ...{ unsure, nobody },
    missing: rows.flatMap(({ enrolmentId, mark, fullName, sorry }) =>
      mark === null && !own.has(enrolmentId) && !matched.has(enrolmentId)
        ? [{ enrolmentId, fullName, sorry }]
        : [],
    ),
    marked: rows.some(({ mark }) => mark !== null),
  };
}
