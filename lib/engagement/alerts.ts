import { addPlainDays, daysBetween, type PlainDate } from "../dates";
import type { EnrolmentState } from "../enrolments/schema";
import { countsUntil, engagement, milestoneState, reached } from "./progress";
import type { Alert, AlertReason, Engagement, MilestoneFacts } from "./schema";

/** Who needs a word, and since when: pure. The one rule for the lists, the alerts and the Today page. */

/** So many overdue are a reason to get in touch. */
export const OVERDUE_MANY = 3;
/** So many days without anything recorded are. */
export const QUIET_DAYS = 30;

/** What an alert is derived from, besides a day. */
export type AlertFacts = {
  milestones: readonly MilestoneFacts[];
  thresholdPercent: number;
  state: EnrolmentState;
  /** The first day on which something could have been recorded: the cohort's start, or the enrolment if later. */
  startsOn: PlainDate;
  lastActivityOn: PlainDate | null;
};

/**
 * The reasons to get in touch on a day, the gravest first; none for somebody who is not taking part. "Since" follows
 * from what is recorded today: with that, it has been so on each day from then on. Somebody for whom nothing is open
 * or overdue is not quiet: there was nothing to do.
 */
export function alertsOf(facts: AlertFacts, today: PlainDate): Alert[] {
  const { milestones, thresholdPercent, state } = facts;
  if (state !== "active" || today < facts.startsOn) return [];
  const figures = (day: PlainDate) => engagement(milestones, day, thresholdPercent);
  const turns = turningDays(milestones, today);
  const since = (holds: (day: PlainDate) => boolean) => runStart(turns, holds, today);
  const found: [AlertReason, PlainDate | null][] = [
    ["unreachable", since((day) => figures(day).shortMinutes > 0)],
    ["below", since((day) => isBelow(figures(day)))],
    ["overdue", overdueSince(facts, today)],
    ["quiet", quietSince(facts, today)],
  ];
  return found.flatMap(([reason, day]) => (day ? [{ reason, since: day }] : []));
}

/** True when engagement to date is below the programme's line. */
export const isBelow = ({ toDate, thresholdPercent }: Engagement) =>
  toDate.percent !== null && toDate.percent < thresholdPercent;

const WEIGHTS: Record<AlertReason, number> = { unreachable: 8, below: 4, overdue: 2, quiet: 1 };

/** How soon somebody should get in touch: a graver reason outweighs all lesser ones together. 0 without any. */
export const urgencyOf = (alerts: readonly Alert[]) =>
  alerts.reduce((sum, { reason }) => sum + WEIGHTS[reason], 0);

/** The days on which something closed, latest first: between two of them engagement to date stays as it is. */
function turningDays(milestones: readonly MilestoneFacts[], today: PlainDate): PlainDate[] {
  const until = countsUntil(milestones);
  const days = [...milestones.map(({ closesOn }) => closesOn), until].flatMap((day) =>
    day && day < today ? [addPlainDays(day, 1)] : [],
  );
  return [...new Set(days)].toSorted((a, b) => (a < b ? 1 : -1));
}

/** The first day of the unbroken run up to today on which it holds; null when it does not hold today. */
function runStart(
  turns: readonly PlainDate[],
  holds: (day: PlainDate) => boolean,
  today: PlainDate,
): PlainDate | null {
  if (!holds(today)) return null;
  const broken = turns.findIndex((day) => !holds(day));
  return turns[broken < 0 ? turns.length - 1 : broken - 1] ?? today;
}

/** The days after which each of those that are overdue was, in order. */
function overdueDays({ milestones, thresholdPercent }: AlertFacts, today: PlainDate): PlainDate[] {
  const passed = reached(engagement(milestones, today, thresholdPercent));
  return milestones
    .filter((each) => each.counts && milestoneState(each, today, passed) === "overdue")
    .flatMap(({ closesOn }) => (closesOn ? [addPlainDays(closesOn, 1)] : []))
    .toSorted();
}

const overdueSince = (facts: AlertFacts, today: PlainDate) =>
  overdueDays(facts, today)[OVERDUE_MANY - 1] ?? null;

function quietSince(facts: AlertFacts, today: PlainDate): PlainDate | null {
  const { lastActivityOn, startsOn, milestones } = facts;
  const last = lastActivityOn && lastActivityOn > startsOn ? lastActivityOn : startsOn;
  if (daysBetween(last, today) < QUIET_DAYS) return null;
  const states = milestones.filter(({ counts }) => counts).map((each) => milestoneState(each, today, false));
  const something = states.some((state) => state === "overdue" || state === "due_soon" || state === "open");
  return something ? addPlainDays(last, QUIET_DAYS) : null;
}
