/** What waits for somebody of staff, as each area tells of it (`todayFor` in its own folder) and Today shows it. Pure. */

export const TODAY_KINDS = [
  "application",
  "offer",
  "place",
  "enquiry",
  "register",
  "choice",
  "correction",
  "alternative",
  "risk",
  "mentor",
  "email",
  "webinar",
] as const;
export type TodayKind = (typeof TODAY_KINDS)[number];

/** late: its time has passed; now: today's work; soon: can wait, not for long. */
export const URGENCIES = ["late", "now", "soon"] as const;
export type Urgency = (typeof URGENCIES)[number];

/** One thing to do. */
export type TodayItem = {
  kind: TodayKind;
  id: string;
  urgency: Urgency;
  /** The sooner, the higher among those of one urgency: when it is due, else since when it waits. */
  at: Date;
  /** What to do, and for whom: "Read the application of Amara Okafor". */
  title: string;
  /** Where it belongs: "NPQEL Spring 2027". */
  detail: string;
  /** "2 h late", "since 16 November 2026". */
  when: string;
  /** The page that cures it. */
  href: string;
  group: TodayGroup;
};

/** What is of one sort and can be worked through one after the other. */
export type TodayGroup = {
  key: string;
  /** How many there are in truth, where only the first of them are told of one by one. */
  total: number;
  /** "14 registers to take". */
  title: string;
  /** The list of them all. */
  href: string;
};

/** One line of Today: a thing to do, or many of one sort with what is behind them. */
export type TodayLine = Omit<TodayItem, "group" | "id"> & {
  key: string;
  count: number;
  items: TodayItem[];
};

/** So many of one sort stand each for itself; more become one line. */
const ONE_BY_ONE = 3;

/** Of a group no more than so many are listed behind its line; the rest is on the list's own page. */
export const LISTED = 20;

/** The lines of Today, the most urgent first. */
export function todayLines(items: readonly TodayItem[]): TodayLine[] {
  const groups = Map.groupBy(items, ({ group }) => group.key);
  return [...groups.values()].flatMap(linesOf).toSorted(byUrgency);
}

function linesOf(group: TodayItem[]): TodayLine[] {
  const items = group.toSorted(byUrgency);
  const [first] = items;
  if (!first) return [];
  const { total } = first.group;
  if (total <= ONE_BY_ONE)
    return items.map(({ group: _group, id, ...item }) => ({
      ...item,
      key: `${item.kind} ${id}`,
      count: 1,
      items: [],
    }));
  const { kind, urgency, at, detail, group: whole } = first;
  const late = items.filter((item) => item.urgency === "late").length;
  // Where all are told of one by one the number of late ones is known.
  const when = late > 0 && items.length === total ? `${late} late · the first ${first.when}` : first.when;
  // Said of the pile only what is true of each.
  const where = items.every((item) => item.detail === detail) ? detail : "";
  const line = { kind, urgency, at, detail: where, when, title: whole.title, href: whole.href };
  return [{ ...line, key: `${kind} ${whole.key}`, count: total, items: items.slice(0, LISTED) }];
}

type Ordered = Pick<TodayItem, "urgency" | "at" | "kind">;

function byUrgency(a: Ordered, b: Ordered): number {
  return (
    URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
    TODAY_KINDS.indexOf(a.kind) - TODAY_KINDS.indexOf(b.kind) ||
    a.at.getTime() - b.at.getTime()
  );
}

/** How many things of each kind wait. */
export function todayCounts(lines: readonly TodayLine[]): Partial<Record<TodayKind, number>> {
  const counts: Partial<Record<TodayKind, number>> = {};
  for (const { kind, count } of lines) counts[kind] = (counts[kind] ?? 0) + count;
  return counts;
}
