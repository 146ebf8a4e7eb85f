/** Who must not be in one peer learning group, and why. Pure. */

/** What the making of groups knows of a participant; null where it is not known. */
export type Person = {
  id: string;
  name: string;
  /** The same text for everybody of the same school. */
  school: string | null;
  schoolName: string;
  trust: string | null;
  region: string | null;
  phase: string | null;
  /** Their own address, and those of the people they named as sponsor or mentor: lower case. */
  email: string;
  managers: readonly string[];
};

export type Reason = { kind: "school" | "manager"; words: string };

/** Why these two must not be in one group; null when they may. */
export function whyApart(a: Person, b: Person): Reason | null {
  if (a.managers.includes(b.email)) return manages(b, a);
  if (b.managers.includes(a.email)) return manages(a, b);
  if (a.school === null || a.school !== b.school) return null;
  return { kind: "school", words: `${a.name} and ${b.name} both work at ${a.schoolName}` };
}

const manages = (manager: Person, member: Person): Reason => ({
  kind: "manager",
  words: `${manager.name} is the line manager or mentor of ${member.name}`,
});

/** For each person, by position, the positions of those they must be apart from. */
export function apartLists(people: readonly Person[]): number[][] {
  const lists = people.map(() => new Set<number>());
  const bySchool = positionsBy(people, ({ school }) => school);
  const byEmail = positionsBy(people, ({ email }) => email);
  for (const [at, person] of people.entries()) {
    const near = [
      ...((person.school !== null && bySchool.get(person.school)) || []),
      ...person.managers.flatMap((email) => byEmail.get(email) ?? []),
    ];
    for (const other of near) {
      if (other === at) continue;
      lists[at]?.add(other);
      lists[other]?.add(at);
    }
  }
  return lists.map((list) => [...list].sort((a, b) => a - b));
}

function positionsBy(people: readonly Person[], key: (person: Person) => string | null) {
  const found = new Map<string, number[]>();
  for (const [at, person] of people.entries()) {
    const value = key(person);
    if (value === null) continue;
    const list = found.get(value);
    if (list) list.push(at);
    else found.set(value, [at]);
  }
  return found;
}
