import { addPlainDays, dateColumn, dayInLondon, type PlainDate, timeInLondon } from "../dates";
import type { MyMilestone } from "../engagement/schema";
import { aboutId, type Choice, type Occasion, occasionKey, occasionsOf } from "./occasions";
import { type Frequency, REMINDER_KINDS, type ReminderKind } from "./schema";

/** Whom to write to at an instant, and of what: pure. */

/** What was said before, by the occasion. */
export type Said = { kind: ReminderKind; aboutId: string; fallsOn: PlainDate };

export type EnrolmentFacts = {
  enrolmentId: string;
  /** The day on which the place was taken up, or taken up again: what fell before is not caught up with. */
  since: PlainDate;
  /** With their states on the day. */
  milestones: readonly MyMilestone[];
  choices: readonly Choice[];
  said: readonly Said[];
};

export type PersonFacts = {
  frequency: Frequency;
  /** Every active enrolment. */
  enrolments: readonly EnrolmentFacts[];
  /** True when an e-mail of reminders has been written to them today. */
  writtenToday: boolean;
  /** The Monday of the last week that was summed up for them. */
  lastDigestOf: PlainDate | null;
};

export type Due = Occasion & { enrolmentId: string };

/** One e-mail: its lines, the most urgent first, and all that counts as said by it. */
export type DueLetter = { digestOf: PlainDate | null; lines: Due[]; said: Due[] };

const DAY_BEGINS = "08:00";
export const DAY_ENDS = "19:00";
const DIGEST_BEGINS = "07:30";

/** The Monday of the week that a day is in. */
export function mondayOf(day: PlainDate): PlainDate {
  return addPlainDays(day, -((dateColumn(day).getUTCDay() + 6) % 7));
}

/** True between the first and the last minute of the day, London's, in which anybody is reminded of anything. */
export function isReminderTime(at: Date): boolean {
  const today = dayInLondon(at);
  return isDaytime(at, today === mondayOf(today) ? DIGEST_BEGINS : DAY_BEGINS);
}

const isDaytime = (at: Date, from: string) => timeInLondon(at) >= from && timeInLondon(at) < DAY_ENDS;

/**
 * What a person is written at that instant, in one e-mail; null for nothing. At most one e-mail a day, never at night,
 * and one digest a week: on Monday from half past seven, or where nothing could run then, on a later day of its week,
 * but not on Sunday. An occasion that was said is not said again, nor one that fell before the place was taken up.
 */
export function letterDue(person: PersonFacts, at: Date): DueLetter | null {
  const today = dayInLondon(at);
  const monday = mondayOf(today);
  const weekly = person.frequency === "weekly";
  const digest = weekly && today <= addPlainDays(monday, 5) && person.lastDigestOf !== monday;
  const begins = weekly && today === monday ? DIGEST_BEGINS : DAY_BEGINS;
  if (person.writtenToday || !isDaytime(at, begins)) return null;
  const said = person.enrolments.flatMap(({ enrolmentId, since, milestones, choices, said: before }) => {
    const keys = new Set(before.map(occasionKey));
    return occasionsOf(milestones, choices.map(from(since)), today)
      .filter((each) => !keys.has(occasionKey({ ...each, aboutId: aboutId(each) })))
      .filter(
        ({ fallsOn, until, event }) => fallsOn >= since && until >= today && !(event && event.startsAt <= at),
      )
      .filter((each) => isDue(each, person.frequency, { today, monday, digest }))
      .map((each): Due => ({ ...each, enrolmentId }));
  });
  if (said.length === 0) return null;
  // Where nothing but the essential is due, the week's digest is still to come.
  const summed = digest && said.some(({ essential, kind }) => !essential || kind === "overdue");
  return { digestOf: summed ? monday : null, lines: mostUrgent(said), said };
}

/** A choice as somebody has it who takes part since that day: who comes late has the days that are left to choose in. */
const from =
  (since: PlainDate) =>
  (choice: Choice): Choice => ({
    ...choice,
    since: choice.since && choice.since > since ? choice.since : since,
  });

type Day = { today: PlainDate; monday: PlainDate; digest: boolean };

function isDue(
  { kind, fallsOn, essential }: Occasion,
  frequency: Frequency,
  { today, monday, digest }: Day,
): boolean {
  if (frequency === "each") return fallsOn <= today;
  if (frequency === "essential" || (essential && kind !== "overdue")) return essential && fallsOn <= today;
  // The digest looks ahead to Sunday, but nothing is called late before it is, wherever in the week it is caught up.
  return digest && fallsOn <= (kind === "overdue" ? monday : addPlainDays(monday, 6));
}

/** One line a milestone of an enrolment, the most urgent thing of it; the most urgent and the soonest first. */
function mostUrgent(due: readonly Due[]): Due[] {
  const rank = ({ kind }: Due) => REMINDER_KINDS.indexOf(kind);
  const day = ({ milestone, event }: Due) =>
    event ? event.startsAt.toISOString() : (milestone.closesOn ?? milestone.opensOn ?? "");
  const sorted = due.toSorted((a, b) => rank(a) - rank(b) || day(a).localeCompare(day(b)));
  const seen = new Set<string>();
  return sorted.filter(({ enrolmentId, milestone }) => {
    const key = `${enrolmentId}:${milestone.id}`;
    return !seen.has(key) && seen.add(key);
  });
}
