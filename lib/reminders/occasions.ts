import { addPlainDays, dayInLondon, type PlainDate } from "../dates";
import { countsUntil, stillPossible } from "../engagement/progress";
import type { MyMilestone, NextEvent } from "../engagement/schema";
import type { ReminderKind } from "./schema";

/** What there is to be reminded of, and on which days: pure. */

/** Places that can be chosen at the events of a milestone, of somebody who neither holds one nor waits for one. */
export type Choice = {
  milestoneId: string;
  /** The day on which the first of these events was put into the calendar; null where that was not kept. */
  since: PlainDate | null;
  /** The last day on which one can choose. */
  until: PlainDate;
};

export type Occasion = {
  kind: ReminderKind;
  milestone: MyMilestone;
  /** The event of an event's kinds; null for a window. */
  event: NextEvent | null;
  /** The places of the two kinds that are about choosing one. */
  choice?: Choice;
  /** The day it falls on: with the kind and the milestone or event, what makes it this occasion and no other. */
  fallsOn: PlainDate;
  /** The last day on which it is still worth saying, where nothing could run on its own. */
  until: PlainDate;
  /** Said to everybody, whatever they chose. */
  essential: boolean;
};

/** How many days before it closes, and before an event, people are reminded. */
export const DAYS_BEFORE = 7;
/** Overdue is said on the day after, and again so many days later, so many times in all. */
const OVERDUE_EVERY = 7;
export const OVERDUE_TIMES = 3;

/**
 * Every occasion of these milestones, whether it is near or not, that is worth saying as things are on `today`. Not of
 * what is done, excused, has no dates or leaves no record. The summative assessment leaves none either, but it decides
 * the award: its window is said to everybody.
 * @param choices what can be chosen and has not been
 */
export function occasionsOf(
  milestones: readonly MyMilestone[],
  choices: readonly Choice[],
  today: PlainDate,
): Occasion[] {
  const until = countsUntil(milestones);
  return milestones
    .filter(({ state }) => state !== "completed" && state !== "credited" && state !== "not_required")
    .flatMap((milestone) => {
      const { doneBy, kind } = milestone;
      if (kind === "summative_assessment") return windowOccasions(milestone, true);
      // The mentor writes it, and is asked and reminded themselves (lib/mentoring).
      if (kind === "impact_report") return [];
      if (doneBy === "event") {
        const choice = choices.find(({ milestoneId }) => milestoneId === milestone.id);
        return choice ? choiceOccasions(milestone, choice) : eventOccasions(milestone);
      }
      if (doneBy === "gate" || doneBy === "nothing" || !milestone.counts) return [];
      const late = stillPossible(milestone, today, until) ? overdueOccasions(milestone) : [];
      return [...windowOccasions(milestone, false), ...late];
    });
}

/** It opens; and it closes, unless it has been open for a week or less by then: the opening named the last day. */
function windowOccasions(milestone: MyMilestone, essential: boolean): Occasion[] {
  const { opensOn, closesOn } = milestone;
  if (!opensOn || !closesOn) return [];
  const nearEnd = addPlainDays(closesOn, -DAYS_BEFORE);
  const part = { milestone, event: null, essential };
  const opens = { ...part, kind: "opens" as const, fallsOn: opensOn, until: within(opensOn, closesOn) };
  if (nearEnd <= opensOn) return [opens];
  return [opens, { ...part, kind: "closes", fallsOn: nearEnd, until: closesOn }];
}

/**
 * A place can be chosen; and the last day to choose one is near, which is said to everybody, because the portal gives
 * nobody a place after it. Where there is a week or less to choose in, the first says the last day, and is the only one.
 */
function choiceOccasions(milestone: MyMilestone, choice: Choice): Occasion[] {
  const { since, until } = choice;
  const part = { milestone, event: null, choice };
  const nearEnd = addPlainDays(until, -DAYS_BEFORE);
  const closes: Occasion = { ...part, kind: "places_close", fallsOn: nearEnd, until, essential: true };
  if (!since) return [closes];
  const short = nearEnd <= since;
  const opens: Occasion = {
    ...{ ...part, kind: "places_open", fallsOn: since, essential: short },
    until: short ? until : within(since, until),
  };
  return short ? [opens] : [opens, closes];
}

/** The week that begins with that day, but not beyond the last. */
const within = (day: PlainDate, last: PlainDate): PlainDate => {
  const end = addPlainDays(day, 6);
  return end < last ? end : last;
};

function overdueOccasions(milestone: MyMilestone): Occasion[] {
  const { closesOn } = milestone;
  if (!closesOn) return [];
  return Array.from({ length: OVERDUE_TIMES }, (_, index): Occasion => {
    const fallsOn = addPlainDays(closesOn, 1 + index * OVERDUE_EVERY);
    const until = addPlainDays(fallsOn, OVERDUE_EVERY - 1);
    return { kind: "overdue", milestone, event: null, fallsOn, until, essential: index === 0 };
  });
}

/** A week before, and the day before; the latter on the day itself, until it starts, where that could not be. */
function eventOccasions(milestone: MyMilestone): Occasion[] {
  const { event } = milestone;
  if (!event) return [];
  const day = dayInLondon(event.startsAt);
  const part = { milestone, event };
  const [week, eve, dayBeforeEve] = [-DAYS_BEFORE, -1, -2].map((days) => addPlainDays(day, days));
  if (!week || !eve || !dayBeforeEve) return [];
  return [
    { ...part, kind: "event_week", fallsOn: week, until: dayBeforeEve, essential: false },
    { ...part, kind: "event_day", fallsOn: eve, until: day, essential: true },
  ];
}

/** True for two that are the same occasion. */
export const occasionKey = ({
  kind,
  aboutId,
  fallsOn,
}: {
  kind: ReminderKind;
  aboutId: string;
  fallsOn: PlainDate;
}) => `${kind}:${aboutId}:${fallsOn}`;

/** What an occasion is about: the event, or else the milestone. */
export const aboutId = ({ event, milestone }: Occasion): string => event?.id ?? milestone.id;
