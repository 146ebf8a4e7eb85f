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

export function reportOn(
  groups: readonly { name: string; members: readonly Person[] }[],
  everybody: readonly Person[],
): Report {
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

/** The most frequent first; what is not known last. */
function mixture(values: readonly (string | null)[]): Mixture[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value ?? UNKNOWN, (counts.get(value ?? UNKNOWN) ?? 0) + 1);
  const last = ({ value }: Mixture) => (value === UNKNOWN ? 1 : 0);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => last(a) - last(b) || b.count - a.count || a.value.localeCompare(b.value, "en-GB"));
}

function wrongSizes(groups: readonly GroupReport[], people: number): string[] {
  const wrong = groups.filter(({ members }) => members.length < LEAST || members.length > MOST);
  const possible = groups.length * LEAST <= people && people <= groups.length * MOST;
  const why = possible
    ? "those who stay where they are leave no other way"
    : `${people} people in ${groups.length} ${groups.length === 1 ? "group" : "groups"} leave no other way`;
  return wrong.map(
    ({ name, members }) =>
      `${name} has ${members.length} ${members.length === 1 ? "person" : "people"}, and a group should have ${LEAST} to ${MOST}: ${why}.`,
  );
}

function clashes({ name, members }: GroupReport, groups: readonly GroupReport[]): string[] {
  return apartLists(members).flatMap((list, at) =>
    list.flatMap((other) => {
      const [a, b] = [members[at], members[other]];
      const reason = other > at && a && b ? whyApart(a, b) : null;
      if (!reason || !a) return [];
      return [`${reason.words}, and both are in ${name}: ${whyTogether(reason.kind, a, groups)}.`];
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
