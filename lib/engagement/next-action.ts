import { addPlainDays, dateTimeInLondon, dayInLondon, type PlainDate, shortDate } from "../dates";
import { countsUntil, stillPossible } from "./progress";
import type { MyMilestone, NextAction, SoonItem } from "./schema";

/** What to do now, and what the next weeks bring: pure. */

export const SOON_DAYS = 30;

const LAST: PlainDate = "9999-12-31";

/** When a milestone asks to be done by: the day of its event if it has one, else its last day. */
const dueOn = ({ event, closesOn }: MyMilestone): PlainDate =>
  event ? dayInLondon(event.startsAt) : (closesOn ?? LAST);

const byDue = (a: MyMilestone, b: MyMilestone) => {
  const [first, second] = [dueOn(a), dueOn(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.number - b.number;
};

/**
 * The one thing to do: what is overdue and can still be done, the longest overdue first; else, of what is open,
 * the one that is due soonest; else what opens next. A missed event cannot be done, so it is it only once an alternative
 * activity is agreed in its place; gates never are, nor what the mentor writes,
 * nor what leaves no record. Null when nothing is left.
 */
export function nextAction(milestones: readonly MyMilestone[], today: PlainDate): NextAction | null {
  const until = countsUntil(milestones);
  /** True for what is to be made up by an activity that is agreed and still to be handed in. */
  const agreed = ({ alternative }: MyMilestone) =>
    (until === null || today <= until) &&
    (alternative?.state === "agreed" || alternative?.state === "sent_back");
  const todo = milestones.filter(
    // An impact report is the mentor's to write: nothing that its participant can do.
    ({ doneBy, counts, kind }) =>
      counts && doneBy !== "gate" && doneBy !== "nothing" && kind !== "impact_report",
  );

  const late = todo
    .filter((each) => each.state === "overdue" && (stillPossible(each, today, until) || agreed(each)))
    .toSorted(byDue)[0];
  if (late?.closesOn) {
    return {
      milestone: late,
      urgency: "overdue",
      reason: agreed(late)
        ? "An alternative activity is agreed in its place. Hand in what you did."
        : `It was due by ${shortDate(late.closesOn)} and can still be done.`,
    };
  }
  const open = todo.filter(({ state }) => state === "open" || state === "due_soon").toSorted(byDue)[0];
  if (open) return { milestone: open, urgency: "now", reason: openReason(open) };

  const ahead = todo
    .filter(({ state, opensOn }) => state === "upcoming" && opensOn !== null)
    .toSorted((a, b) =>
      (a.opensOn ?? LAST) < (b.opensOn ?? LAST) ? -1 : a.opensOn === b.opensOn ? a.number - b.number : 1,
    )[0];
  if (!ahead?.opensOn) return null;
  const begun = todo.some(({ opensOn }) => opensOn !== null && opensOn <= today);
  const reason = `${begun ? "Everything that is open is done. This opens" : "It opens"} on ${shortDate(ahead.opensOn)}.`;
  return { milestone: ahead, urgency: "later", reason };
}

function openReason({ event, closesOn }: MyMilestone): string {
  if (event) return `${dateTimeInLondon(event.startsAt)}, ${event.place}.`;
  return closesOn ? `It is due by ${shortDate(closesOn)}.` : "It is open.";
}

/**
 * The next 30 days, today included, in their order: an event on its day; otherwise a window that closes on its
 * last day, or, if it does not close by then, one that opens. Only what is still to be done.
 */
export function nextThirtyDays(milestones: readonly MyMilestone[], today: PlainDate): SoonItem[] {
  const until = addPlainDays(today, SOON_DAYS);
  const within = (day: PlainDate | null): day is PlainDate => day !== null && day >= today && day <= until;
  return milestones
    .filter(({ state }) => state === "upcoming" || state === "open" || state === "due_soon")
    .flatMap((milestone): SoonItem[] => {
      const { event, opensOn, closesOn } = milestone;
      const eventDay = event && dayInLondon(event.startsAt);
      if (within(eventDay)) return [{ milestone, day: eventDay, what: "event" }];
      if (within(closesOn)) return [{ milestone, day: closesOn, what: "closes" }];
      if (within(opensOn) && opensOn > today) return [{ milestone, day: opensOn, what: "opens" }];
      return [];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.milestone.number - b.milestone.number));
}
