import { apartLists, type Person, whyApart } from "./apart";
import { LEAST, MOST } from "./schema";
import { MIXED } from "./seating";

/** What a making of groups came to: a table to judge it by, and in plain words what it could not do and why. Pure. */

export type Mixture = { value: string; count: number };
export type GroupReport = {
  name: string;
  members: Person[];
  mix: Record<(typeof MIXED)[number], Mixture[]>;
};
export type Report = { groups: GroupReport[]; unmet: string[]; uneven: string[] };

const UNKNOWN = "not known";

type Named = { name: string; members: readonly Person[] };

/** What groups come to that the method has made (balance.ts): with the reasons why it could do no better. */
export function reportOn(groups: readonly Named[], everybody: readonly Person[]): Report {
  const reports = groups.map(({ name, members }) => ({
    name,
    members: members.toSorted((a, b) => a.name.localeCompare(b.name, "en-GB") || (a.id < b.id ? -1 : 1)),
    mix: {
      trust: mixture(members.map(({ trust }) => trust)),
      region: mixture(members.map(({ region }) => region)),
      phase: mixture(members.map(({ phase }) => phase)),
    },
  }));
  return {
    groups: reports,
    unmet: [...wrongSizes(reports, everybody.length), ...reports.flatMap((group) => clashes(group, reports))],
    uneven: MIXED.flatMap((quality) => unevenness(reports, quality)),
  };
}

/** The rules that groups break as they stand, however they came to be. */
export function brokenIn(groups: readonly Named[]): string[] {
  return groups.flatMap(({ name, members }) => [
    ...(sizeIsRight(members.length) ? [] : [`${sizeOf(name, members.length)}.`]),
    ...clashesOf(name, members).map(({ said }) => `${said}.`),
  ]);
}

/** The most frequent first; what is not known last. */
function mixture(values: readonly (string | null)[]): Mixture[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value ?? UNKNOWN, (counts.get(value ?? UNKNOWN) ?? 0) + 1);
  const last = ({ value }: Mixture) => (value === UNKNOWN ? 1 : 0);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => last(a) - last(b) || b.count - a.count || a.value.localeCompare(b.value, "en-GB"));
}

const sizeIsRight = (size: number) => size >= LEAST && size <= MOST;
const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);
const sizeOf = (name: string, size: number) =>
  `${name} has ${people(size)}, and a group should have ${LEAST} to ${MOST}`;

function wrongSizes(groups: readonly GroupReport[], all: number): string[] {
  const possible = groups.length * LEAST <= all && all <= groups.length * MOST;
  const why = possible
    ? "those who stay where they are leave no other way"
    : `${people(all)} in ${groups.length === 1 ? "one group" : `${groups.length} groups`} ${all === 1 ? "leaves" : "leave"} no other way`;
  return groups
    .filter(({ members }) => !sizeIsRight(members.length))
    .map(({ name, members }) => `${sizeOf(name, members.length)}: ${why}.`);
}

function clashes({ name, members }: GroupReport, groups: readonly GroupReport[]): string[] {
  return clashesOf(name, members).map(
    ({ said, kind, person }) => `${said}: ${whyTogether(kind, person, groups)}.`,
  );
}

/** Each two of a group who must not be together. */
function clashesOf(name: string, members: readonly Person[]) {
  return apartLists(members).flatMap((list, at) =>
    list.flatMap((other) => {
      const [person, b] = [members[at], members[other]];
      const reason = other > at && person && b ? whyApart(person, b) : null;
      if (!reason || !person) return [];
      return [{ said: `${reason.words}, and both are in ${name}`, kind: reason.kind, person }];
    }),
  );
}

function whyTogether(kind: "school" | "manager", person: Person, groups: readonly GroupReport[]): string {
  if (kind === "school") {
    const same = groups.flatMap(({ members }) => members).filter(({ school }) => school === person.school);
    if (same.length > groups.length)
      return `${same.length} people work there and there ${groups.length === 1 ? "is one group" : `are ${groups.length} groups`}`;
  }
  if (groups.length === 1) return "there is one group";
  return "no exchange of two people was found that parts them without breaking a rule elsewhere";
}

/** Where a group has more of one trust, region or phase than an even share. */
function unevenness(groups: readonly GroupReport[], quality: (typeof MIXED)[number]): string[] {
  const totals = new Map<string, number>();
  for (const { mix } of groups)
    for (const { value, count } of mix[quality]) totals.set(value, (totals.get(value) ?? 0) + count);
  return groups.flatMap(({ name, mix }) =>
    mix[quality].flatMap(({ value, count }) => {
      const even = Math.ceil((totals.get(value) ?? 0) / groups.length);
      if (value === UNKNOWN || count <= even) return [];
      return [
        `${name} has ${count} of ${WORDS[quality]} ${value}, where ${even} would be even. No exchange of two people was found that evens it and makes nothing else worse.`,
      ];
    }),
  );
}

const WORDS = { trust: "the trust", region: "the region", phase: "the phase" } as const;
