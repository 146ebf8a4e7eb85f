import type { Seen } from "./report-file";
import { momentOf, secondsOf } from "./report-times";

/** From the lines of a report to people and how long each was there, within the event's time. Pure. */

export type EventTime = { startsAt: Date; endsAt: Date };
type Span = [from: number, to: number];

export type FilePerson = {
  /** Where the report names them first. */
  line: number;
  /** As the report names them; several where they changed it. */
  names: string[];
  email: string;
  /** When they were there, where the report says so, inside the event's time. */
  spans: Span[];
  /** Seconds that the report only gives as a sum. */
  loose: number;
};
export type WrongLine = { line: number; why: string };

/** People in the order of the report. One who came back several times is one; lines that say no time are named. */
export function peopleOf(
  seen: readonly Seen[],
  event: EventTime,
): { people: FilePerson[]; wrong: WrongLine[] } {
  const wrong: WrongLine[] = [];
  const groups = new Map<
    string,
    { person: FilePerson; sums: { span: Span | null; seconds: number | null }[] }
  >();
  for (const each of seen) {
    const key = each.email || `name:${each.name.toLowerCase()}`;
    const group = groups.get(key) ?? {
      person: { line: each.line, names: [], email: each.email, spans: [], loose: 0 },
      sums: [],
    };
    groups.set(key, group);
    if (!group.person.names.includes(each.name)) group.person.names.push(each.name);
    const span = spanOf(each, event);
    const seconds = secondsOf(each.duration) ?? null;
    if (span === null && seconds === null)
      wrong.push({ line: each.line, why: `It says neither when nor for how long ${each.name} was there` });
    else if (span && !each.whole) group.person.spans.push(span);
    else group.sums.push({ span, seconds });
  }
  const people = [...groups.values()].map(({ person, sums }) => {
    // Each time by itself says more than the line that sums them up.
    if (person.spans.length > 0) return person;
    for (const { span, seconds } of sums) {
      const inside = span ? lengthOf([clipped(span, event)]) : Number.POSITIVE_INFINITY;
      person.loose += Math.min(inside, seconds ?? inside, whole(event));
    }
    return person;
  });
  return {
    people: people.map((person) => ({ ...person, spans: person.spans.map((span) => clipped(span, event)) })),
    wrong,
  };
}

function spanOf({ from, to }: Seen, { startsAt }: EventTime): Span | null {
  const [first, last] = [momentOf(from, startsAt), momentOf(to, startsAt)];
  return first && last && last >= first ? [first.getTime(), last.getTime()] : null;
}

const clipped = ([from, to]: Span, { startsAt, endsAt }: EventTime): Span => [
  Math.max(from, startsAt.getTime()),
  Math.min(to, endsAt.getTime()),
];
const whole = ({ startsAt, endsAt }: EventTime) => (endsAt.getTime() - startsAt.getTime()) / 1_000;

/** Seconds of all spans together, where they overlap counted once. */
function lengthOf(spans: readonly Span[]): number {
  let [sum, end] = [0, Number.NEGATIVE_INFINITY];
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum / 1_000;
}

/** Whole minutes that these lines, of one person, come to: never more than the event has. */
export function minutesOf(people: readonly FilePerson[], event: EventTime): number {
  const spans = people.flatMap((person) => person.spans);
  const loose = people.reduce((sum, person) => sum + person.loose, 0);
  return Math.round(Math.min(lengthOf(spans) + loose, whole(event)) / 60);
}
