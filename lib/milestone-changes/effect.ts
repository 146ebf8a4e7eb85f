import type { PlainDate } from "../dates";
import { engagement, milestoneState, reached } from "../engagement/progress";
import type { MilestoneFacts, Tally } from "../engagement/schema";
import type { PlannedItem } from "../route-map/changes";

/** What a plan does to participants: pure. Percentages are as everywhere, rounded down. */

/** One person's tally of one milestone, and whether a record says by itself that it is done. */
export type Held = {
  minutesRecorded: number;
  completed: boolean;
  credited: boolean;
  required: boolean;
  bySelf: boolean;
};
export type Somebody = { enrolmentId: string; fullName: string; held: ReadonlyMap<string, Held> };

/** Engagement to date, in percent, before and after; null where nothing has been due. */
export type PersonMove = { enrolmentId: string; fullName: string; from: number | null; to: number | null };
export type Effect = {
  people: number;
  /** Who has something more overdue than before, and how many items that is in all. */
  overduePeople: number;
  overdueItems: number;
  /** Whose engagement to date moves, the furthest first. */
  moves: PersonMove[];
  below: PersonMove[];
  above: PersonMove[];
};

const NOTHING: Tally = { minutesRecorded: 0, completed: false, credited: false, required: true };

/** The facts of one person on a route map: what the tallies would come to once they are counted again. */
function factsOn(items: readonly PlannedItem[], held: Somebody["held"]): MilestoneFacts[] {
  return items.map((item) => {
    const tally = item.id === null ? undefined : held.get(item.id);
    const asked = item.minutes ?? 0;
    if (!tally) return { ...item, id: item.id ?? "", tally: NOTHING };
    const { bySelf, ...rest } = tally;
    const completed = bySelf || (asked > 0 && tally.minutesRecorded >= asked);
    return { ...item, id: item.id ?? "", tally: { ...rest, completed } };
  });
}

function standing(items: readonly PlannedItem[], person: Somebody, today: PlainDate, threshold: number) {
  const facts = factsOn(items, person.held);
  const figures = engagement(facts, today, threshold);
  const passed = reached(figures);
  const overdue = facts.filter((each) => milestoneState(each, today, passed) === "overdue").length;
  return { percent: figures.toDate.percent, overdue };
}

/** What changes for these people when the milestones become the planned ones. */
export function effectOf(
  people: readonly Somebody[],
  { before, after }: { before: readonly PlannedItem[]; after: readonly PlannedItem[] },
  today: PlainDate,
  thresholdPercent: number,
): Effect {
  const effect: Effect = {
    people: people.length,
    overduePeople: 0,
    overdueItems: 0,
    moves: [],
    below: [],
    above: [],
  };
  for (const person of people) {
    const was = standing(before, person, today, thresholdPercent);
    const is = standing(after, person, today, thresholdPercent);
    const { enrolmentId, fullName } = person;
    const move = { enrolmentId, fullName, from: was.percent, to: is.percent };
    if (is.overdue > was.overdue) {
      effect.overduePeople += 1;
      effect.overdueItems += is.overdue - was.overdue;
    }
    if (move.from !== move.to) effect.moves.push(move);
    const fine = (percent: number | null) => percent === null || percent >= thresholdPercent;
    if (fine(move.from) && !fine(move.to)) effect.below.push(move);
    if (!fine(move.from) && fine(move.to)) effect.above.push(move);
  }
  const size = ({ from, to }: PersonMove) => Math.abs((to ?? 100) - (from ?? 100));
  effect.moves.sort((a, b) => size(b) - size(a) || (a.fullName < b.fullName ? -1 : 1));
  return effect;
}
