import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apartLists, type Person, whyApart } from "@/lib/peer-groups/apart";
import { balance } from "@/lib/peer-groups/balance";
import { reportOn } from "@/lib/peer-groups/report";
import { LEAST, MOST } from "@/lib/peer-groups/schema";
import { finalSizes, groupCount } from "@/lib/peer-groups/sizes";

/** People with few schools, trusts and managers among many, so that rules collide often. */
const people = (least: number, most: number) =>
  fc
    .array(
      fc.record({
        school: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 5 }),
        trust: fc.option(fc.integer({ min: 0, max: 8 })),
        region: fc.option(fc.integer({ min: 0, max: 8 })),
        phase: fc.option(fc.constantFrom("Primary", "Secondary")),
        manager: fc.option(fc.nat({ max: most }), { freq: 2 }),
      }),
      { minLength: least, maxLength: most },
    )
    .map((rows) =>
      rows.map(
        ({ school, trust, region, phase, manager }, at): Person => ({
          id: id(at),
          name: `Person ${at}`,
          email: email(at),
          school: school === null ? null : `school ${school}`,
          schoolName: `School ${school}`,
          trust: trust === null ? null : `Trust ${trust}`,
          region: region === null ? null : `Region ${region}`,
          phase,
          managers: manager === null || manager === at ? [] : [email(manager)],
        }),
      ),
    );
const id = (at: number) => `${String((at * 7919) % 100_003).padStart(6, "0")}`;
const email = (at: number) => `person${at}@example.org`;

const groupsOf = (everybody: readonly Person[], count: number, kept?: Map<string, number>) => {
  const byId = new Map(everybody.map((person) => [person.id, person]));
  const groups = balance(everybody, { count, ...(kept ? { kept } : {}) });
  return groups.map((ids, at) => ({
    name: `Group ${at + 1}`,
    members: ids.map((each) => byId.get(each) as Person),
  }));
};
const pairs = (members: readonly Person[]) =>
  members.flatMap((a, at) => members.slice(at + 1).map((b) => [a, b] as const));

describe("making balanced groups", () => {
  test("puts everybody into one group, and says every rule that it breaks", () => {
    fc.assert(
      fc.property(people(1, 60), fc.integer({ min: LEAST, max: MOST }), (everybody, size) => {
        const groups = groupsOf(everybody, groupCount(everybody.length, size));
        const placed = groups.flatMap(({ members }) => members.map((each) => each.id));
        expect(placed.toSorted()).toEqual(everybody.map((each) => each.id).toSorted());
        const { unmet } = reportOn(groups, everybody);
        const broken = groups.flatMap(({ members }) =>
          pairs(members).flatMap(([a, b]) => whyApart(a, b)?.words ?? whyApart(b, a)?.words ?? []),
        );
        const wrong = groups.filter(({ members }) => members.length < LEAST || members.length > MOST);
        expect(unmet).toHaveLength(broken.length + wrong.length);
        for (const { name } of wrong) expect(unmet.some((said) => said.startsWith(`${name} has`))).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  test("gives the same groups for the same people in any order", () => {
    fc.assert(
      fc.property(
        people(2, 40).chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const count = groupCount(all.length, 8);
          expect(balance(shuffled, { count })).toEqual(balance(all, { count }));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("keeps sizes from 6 to 10 wherever there is a way, and never more than one apart", () => {
    for (let count = 1; count <= 200; count++) {
      for (let size = LEAST; size <= MOST; size++) {
        const sizes = finalSizes(Array(groupCount(count, size)).fill(0), count);
        expect(sizes.reduce((sum, each) => sum + each, 0)).toBe(count);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        // Five or fewer cannot be, and eleven neither: one group is too many, two are too few.
        if (count >= LEAST && count !== 11) {
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(LEAST);
          expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST);
        }
      }
    }
  });

  test("leaves those where they are who are to stay", () => {
    fc.assert(
      fc.property(people(6, 40), fc.integer({ min: 1, max: 5 }), (everybody, count) => {
        const kept = new Map(
          everybody.filter((_, at) => at % 3 === 0).map((each, at) => [each.id, at % count]),
        );
        const groups = balance(everybody, { count, kept });
        for (const [who, group] of kept) expect(groups[group]).toContain(who);
        expect(groups.flat()).toHaveLength(everybody.length);
      }),
      { numRuns: 30 },
    );
  });

  test("no exchange of two people would part those whom it left together", () => {
    fc.assert(
      fc.property(people(12, 40), (everybody) => {
        const groups = groupsOf(everybody, groupCount(everybody.length, 8));
        const clashes = (members: readonly Person[]) =>
          pairs(members).filter(([a, b]) => whyApart(a, b)).length;
        for (const [at, one] of groups.entries())
          for (const other of groups.slice(at + 1)) {
            const before = clashes(one.members) + clashes(other.members);
            if (before === 0) continue;
            for (const a of one.members)
              for (const b of other.members) {
                const swapped = (members: Person[], out: Person, into: Person) =>
                  members.map((each) => (each === out ? into : each));
                const after = clashes(swapped(one.members, a, b)) + clashes(swapped(other.members, b, a));
                expect(after).toBeGreaterThanOrEqual(before);
              }
          }
      }),
      { numRuns: 25 },
    );
  });

  test("parts people of one school, and managers from their own, where there are groups enough", () => {
    const everybody = Array.from(
      { length: 24 },
      (_, at): Person => ({
        id: id(at),
        name: `Person ${at}`,
        email: email(at),
        school: at < 9 ? `school ${at % 3}` : null,
        schoolName: `School ${at % 3}`,
        trust: `Trust ${at % 8}`,
        region: `Region ${at % 6}`,
        phase: at % 2 ? "Primary" : "Secondary",
        managers: at === 10 ? [email(11)] : [],
      }),
    );
    const report = reportOn(groupsOf(everybody, 3), everybody);
    expect(report.unmet).toEqual([]);
    // Three of each trust for three groups: one each.
    expect(report.groups.map(({ mix }) => mix.trust.map(({ count }) => count))).toEqual(
      Array(3).fill(Array(8).fill(1)),
    );
    expect(report.uneven).toEqual([]);
  });

  test("says why people of one school stay together: more of them than groups", () => {
    const everybody = Array.from(
      { length: 12 },
      (_, at): Person => ({
        id: id(at),
        name: `Person ${at}`,
        email: email(at),
        school: at < 3 ? "one" : null,
        schoolName: "Two Weirs Primary School",
        trust: null,
        region: null,
        phase: null,
        managers: [],
      }),
    );
    const { unmet } = reportOn(groupsOf(everybody, 2), everybody);
    expect(unmet).toHaveLength(1);
    expect(unmet[0]).toMatch(
      /^Person \d and Person \d both work at Two Weirs Primary School, and both are in Group \d: 3 people work there and there are 2 groups\.$/,
    );
  });

  test("makes groups of a thousand people", () => {
    const everybody = Array.from(
      { length: 1_000 },
      (_, at): Person => ({
        id: id(at),
        name: `Person ${at}`,
        email: email(at),
        school: `school ${at % 400}`,
        schoolName: `School ${at % 400}`,
        trust: `Trust ${at % 90}`,
        region: `Region ${at % 9}`,
        phase: at % 3 ? "Primary" : "Secondary",
        managers: at % 50 === 0 ? [email(at + 1)] : [],
      }),
    );
    const groups = groupsOf(everybody, groupCount(1_000, 8));
    expect(groups).toHaveLength(125);
    expect(reportOn(groups, everybody).unmet).toEqual([]);
    expect(apartLists(everybody)[0]).toContain(1);
  });
});
