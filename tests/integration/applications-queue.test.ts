import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rejectApplication } from "@/lib/applications/decide";
import { applicationQueue, PAGE_SIZE } from "@/lib/applications/queue";
import { queueFilters, SORTS } from "@/lib/applications/schema-queue";
import type { Actor } from "@/lib/auth/actor";
import { db, disconnect } from "@/lib/db";
import { type Admissions, admissions, candidateIn, daysLater, MONDAY } from "../support/admissions";
import { freshDatabase } from "../support/database";
import { statementsOf } from "../support/statements";

/** The queue's filters, orders and counts, against a set where each application differs from the others. */

let world: Admissions;
let small: Admissions;
const ids: Record<string, string> = {};

const SCHOOLS = [
  { urn: "900001", name: "Larkrise Field School", region: "North West", phase: "Primary" },
  { urn: "900002", name: "Birchcombe School", region: "London", phase: "Secondary" },
  { urn: "900003", name: "Wend Valley Academy", region: "London", phase: "Primary" },
];

type Part = {
  name: string;
  state: Parameters<typeof candidateIn>[0] | "rejected";
  day: number;
  workplace: string;
  urn?: string;
  funding?: "self_funded" | "scholarship";
  sponsor?: "endorsed" | "declined" | "wrong_person" | "asked";
};

/** Ruth's cohort has three places: one is offered, one accepted, so a waiting one could have the third. */
const PARTS: Part[] = [
  { name: "Ana", state: "submitted", day: 0, workplace: "Tidewell Trust" },
  {
    name: "Bo",
    state: "submitted",
    day: 9,
    workplace: "Larkrise Field School",
    urn: "900001",
    sponsor: "asked",
  },
  {
    name: "Cy",
    state: "under_review",
    day: 16,
    workplace: "Birchcombe School",
    urn: "900002",
    sponsor: "endorsed",
  },
  {
    name: "Di",
    state: "under_review",
    day: 20,
    workplace: "Wend Valley Academy",
    urn: "900003",
    sponsor: "wrong_person",
  },
  {
    name: "Ed",
    state: "waitlisted",
    day: 21,
    workplace: "Birchcombe School",
    urn: "900002",
    sponsor: "endorsed",
    funding: "self_funded",
  },
  {
    name: "Flo",
    state: "offered",
    day: 22,
    workplace: "Acorn Trust",
    sponsor: "endorsed",
    funding: "scholarship",
  },
  { name: "Gil", state: "accepted", day: 22, workplace: "Zennor School", sponsor: "endorsed" },
  { name: "Hal", state: "rejected", day: 22, workplace: "Mill School", sponsor: "declined" },
];
/** Twenty-three days after the first was sent: Wednesday 16 December 2026. */
const AT = new Date("2026-12-16T12:00:00Z");

async function add(part: Part, to: Admissions): Promise<void> {
  const { state, day, workplace, urn, funding, sponsor } = part;
  const at = daysLater(day);
  const { id } = await candidateIn(state === "rejected" ? "under_review" : state, to, { at });
  if (state === "rejected")
    await rejectApplication(
      to.ruth,
      { applicationId: id, version: 4, reasons: ["places_full"], words: "" },
      at,
    );
  await db.application.update({
    where: { id },
    data: {
      fullName: `${part.name} Marlow`,
      workplace,
      workplaceUrn: urn ?? null,
      ...(funding ? { fundingRoute: funding } : {}),
    },
  });
  // Who was asked and said what is the table's.
  await db.endorsement.deleteMany({ where: { applicationId: id } });
  if (sponsor) {
    const outcome = sponsor === "asked" ? null : sponsor;
    await db.endorsement.create({
      data: {
        applicationId: id,
        sponsorName: "Helen Marchbank",
        sponsorEmail: "helen.marchbank@example.org",
        tokenHash: part.name.padEnd(64, "0"),
        askedAt: at,
        expiresAt: daysLater(90),
        outcome,
        answeredAt: outcome && at,
      },
    });
  }
  ids[part.name] = id;
}

beforeAll(async () => {
  await freshDatabase();
  world = await admissions(3, 1);
  const school = {
    town: "Penmoor",
    postcode: "PE1 1AA",
    kind: "Community school",
    localAuthority: "Penmoor",
  };
  await db.school.createMany({
    data: SCHOOLS.map((each) => ({ ...school, ...each, open: true, searchText: each.name.toLowerCase() })),
  });
  for (const part of PARTS) await add(part, world);
  // Owen's cohort is full before it begins.
  const { cohortId } = world.owen.roles[0] ?? {};
  small = { ...world, ruth: world.owen, cohortId: cohortId ?? "" };
  await db.cohort.update({ where: { id: small.cohortId }, data: { applicationsOpen: MONDAY } });
  await add(
    { name: "Ivy", state: "waitlisted", day: 22, workplace: "Mill School", sponsor: "endorsed" },
    small,
  );
  await db.cohort.update({ where: { id: small.cohortId }, data: { placesTaken: 400 } });
});
afterAll(disconnect);

const ask = (actor: Actor, filters: Record<string, string> = {}) =>
  applicationQueue(actor, queueFilters.parse(filters), AT);
const names = async (actor: Actor, filters: Record<string, string>) =>
  (await ask(actor, filters)).rows.map(({ fullName }) => fullName.split(" ")[0]).join(" ");

describe("a view of the queue", () => {
  it.each([
    [{}, "Ana Bo Cy Di Ed Flo"],
    [{ state: "all", sort: "waiting" }, "Ana Bo Cy Di Ed Flo Gil Hal"],
    [{ state: "submitted" }, "Ana Bo"],
    [{ region: "London" }, "Cy Di Ed"],
    [{ region: "London", phase: "Primary" }, "Di"],
    [{ region: "none" }, "Ana Flo"],
    [{ phase: "Secondary", state: "under_review" }, "Cy"],
    [{ region: "Atlantis" }, ""],
    [{ funding: "self_funded" }, "Ed"],
    [{ funding: "scholarship" }, "Flo"],
    [{ on: "staff" }, "Ana Bo Cy Di Ed"],
    [{ on: "sponsor" }, "Ana Bo"],
    [{ on: "applicant" }, "Di Flo"],
    [{ on: "nobody" }, ""],
    [{ on: "nobody", state: "all", sort: "name" }, "Gil Hal"],
    // Sent on 23 November, 2, 9, 13, 14 and 15 December; it is the 16th.
    [{ age: "week" }, "Cy Di Ed Flo"],
    [{ age: "fortnight" }, "Bo"],
    [{ age: "older" }, "Ana"],
    [{ age: "late" }, "Ana"],
    [{ age: "late", state: "offered" }, ""],
    [{ q: "birchcombe" }, "Ed Cy"],
    [{ q: "marlow", on: "applicant" }, "Flo Di"],
    [{ sort: "name_down" }, "Flo Ed Di Cy Bo Ana"],
    [{ sort: "workplace" }, "Flo Cy Ed Bo Ana Di"],
    [{ sort: "workplace_down" }, "Di Ana Bo Cy Ed Flo"],
    [{ sort: "submitted" }, "Flo Ed Di Cy Bo Ana"],
    // Nobody has a score, so they come with the longest waiting first.
    [{ sort: "score" }, "Ana Bo Cy Di Ed Flo"],
  ] as [Record<string, string>, string][])("%j holds %s", async (filters, expected) => {
    const found = await names(world.ruth, filters);
    // Within one workplace the order is by identifier, which grows.
    expect(found).toBe(expected);
  });

  it("says of each line on whom it waits, as the filter does", async () => {
    const { rows } = await ask(world.admin, { state: "all" });
    for (const on of ["staff", "sponsor", "applicant", "nobody"] as const) {
      const filtered = await ask(world.admin, { state: "all", on });
      const said = rows.filter(({ waitingOn }) => waitingOn.includes(on)).map(({ id }) => id);
      expect(filtered.rows.map(({ id }) => id).sort(), on).toEqual(said.sort());
      expect(filtered.total).toBe(said.length);
    }
    expect(await names(world.owen, { on: "nobody" })).toBe("Ivy");
  });

  it("counts by state and by whom it waits for, within the other filters", async () => {
    const all = await ask(world.ruth);
    expect(all.counts).toMatchObject({
      submitted: 2,
      under_review: 2,
      waitlisted: 1,
      offered: 1,
      rejected: 1,
    });
    expect(all.waiting).toEqual({ staff: 5, sponsor: 2, applicant: 2, nobody: 0, all: 6 });
    const london = await ask(world.ruth, { region: "London", on: "applicant" });
    expect(london.counts).toMatchObject({ submitted: 0, under_review: 1, waitlisted: 0 });
    expect(london.waiting).toEqual({ staff: 3, sponsor: 0, applicant: 1, nobody: 0, all: 3 });
    expect(london.total).toBe(1);
  });

  it("offers the regions and phases that there are, within the cohort", async () => {
    const { regions, phases } = await ask(world.admin, { region: "London" });
    expect([regions, phases]).toEqual([
      ["London", "North West"],
      ["Primary", "Secondary"],
    ]);
    const other = await ask(world.admin, { cohort: small.cohortId });
    expect([other.regions, other.phases, other.total]).toEqual([[], [], 1]);
  });

  it("never leaves the cohorts of the one who asks", async () => {
    for (const [name, value] of Object.entries({
      region: "London",
      on: "staff",
      age: "older",
      sort: "score",
    })) {
      for (const other of [world.owen, world.priya]) {
        const all = { [name]: value, state: "all", cohort: world.cohortId };
        const { rows, counts, waiting, regions } = await ask(other, all);
        expect(rows).toEqual([]);
        expect(Object.values({ ...counts, ...waiting }).every((count) => count === 0)).toBe(true);
        expect(regions).toEqual([]);
      }
    }
  });
});

describe("a long queue", () => {
  it("comes in pages, with the same number of queries as a short one", async () => {
    const views = [
      ...SORTS.map((sort) => ({ sort, state: "all" })),
      { region: "London", on: "staff", q: "a" },
    ];
    const short: number[] = [];
    for (const view of views) short.push(await statementsOf(() => ask(world.admin, view)));
    const template = await db.application.findUniqueOrThrow({ where: { id: ids.Ana } });
    const { id: _, declarations, sponsorSees, ...same } = template;
    const users = Array.from({ length: 300 }, (_, at) => ({
      email: `crowd.${at}@example.org`,
      createdAt: MONDAY,
    }));
    const made = await db.user.createManyAndReturn({ data: users, select: { id: true } });
    await db.application.createMany({
      data: made.map(({ id: userId }, at) => ({
        ...same,
        ...{ userId, declarations, sponsorSees },
        reference: `NPQEL-C${String(at).padStart(5, "0")}`,
        submittedAt: new Date(MONDAY.getTime() + at * 60_000),
        workplaceUrn: SCHOOLS[at % 3]?.urn ?? null,
      })),
    });
    const long: number[] = [];
    for (const view of views) long.push(await statementsOf(() => ask(world.admin, view)));
    expect(long).toEqual(short);
    expect(Math.max(...long)).toBeLessThanOrEqual(22);
    const last = await ask(world.ruth, { page: "9999" });
    expect(last).toMatchObject({ total: 306, pages: Math.ceil(306 / PAGE_SIZE), page: 7 });
    const seen = new Set<string>();
    for (let page = 1; page <= last.pages; page++)
      for (const { id } of (await ask(world.ruth, { page: String(page), sort: "score" })).rows) seen.add(id);
    expect(seen.size).toBe(306);
  });
});
