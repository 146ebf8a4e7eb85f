import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { cohortAlerts, newlyAtRisk } from "@/lib/engagement/cohort-alerts";
import { contactsWith } from "@/lib/engagement/contacts";
import { recordContact } from "@/lib/engagement/record-contact";
import { contactForm } from "@/lib/engagement/schema-contacts";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { cohortManager, otherManager, participants } from "@/prisma/seed/cast";
import { administrator, enrolled, npqelSaved, SPRING_2026, startCohort, withRole } from "../support/cohort";
import { freshDatabase } from "../support/database";

/** What staff do about engagement: alerts, the log of contacts, nudges. */

const NOW = new Date("2026-11-23T09:00:00Z");
let ruth: Actor;
let owen: Actor;
let cohortId: string;
let people: (Actor & { enrolmentId: string })[];

beforeAll(async () => {
  await freshDatabase();
  const admin = await administrator();
  const programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const other = await startCohort(admin, programmeId, {
    ...{ slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" },
  });
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", other);
  people = await enrolled(admin, cohortId, participants);
});

const person = (at: number) => people[at] as Actor & { enrolmentId: string };
const questions = async (work: () => Promise<unknown>) => {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const count = asked.mock.calls.length;
  asked.mockRestore();
  return count;
};
const audited = (action: string) => db.auditEntry.count({ where: { action } });

describe("the log of contacts", () => {
  const said = {
    how: "phone",
    happenedOn: "2026-11-20",
    said: "Her trust has merged; she has had no evenings.",
    outcome: "She logs her study by Friday.",
    nextOn: "2026-11-27",
  };
  const entry = (part: object = {}) => contactForm.parse({ ...said, formKey: randomUUID(), ...part });
  const record = (input = entry(), who = ruth, at = 3) =>
    recordContact(who, cohortId, person(at).enrolmentId, input, NOW);
  const log = (who = ruth, at = 3) => contactsWith(who, cohortId, person(at).enrolmentId);

  test("is written by those who manage the cohort, once for one form, and audited", async () => {
    const before = await audited("contact.recorded");
    const input = entry();
    await Promise.all([record(input), record(input)]);
    expect(await log()).toMatchObject([{ ...said, by: "Ruth Calder", live: true, corrects: false }]);
    expect(await audited("contact.recorded")).toBe(before + 1);
    await expect(record(input, ruth, 4)).rejects.toThrow(WrongState);
  });

  test("is put right by a new entry; the old one stays, and only one takes its place", async () => {
    const [first] = (await log()) ?? [];
    const right = () => record(entry({ supersedesId: first?.id, outcome: "She logs it by Monday." }));
    const both = await Promise.allSettled([right(), right()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((both.find(({ status }) => status === "rejected") as PromiseRejectedResult).reason).toBeInstanceOf(
      StaleVersion,
    );
    const entries = (await log()) ?? [];
    expect(entries.map(({ live, corrects }) => [live, corrects])).toEqual(
      expect.arrayContaining([
        [true, true],
        [false, false],
      ]),
    );
    await expect(db.engagementContact.deleteMany()).rejects.toThrow();
  });

  test("is not there for others, nor under another cohort's participant", async () => {
    for (const who of [owen, person(0)]) {
      await expect(record(entry(), who)).rejects.toThrow(NotFound);
      expect(await log(who)).toBeNull();
    }
    for (const id of ["x", randomUUID()])
      await expect(recordContact(ruth, cohortId, id, entry(), NOW)).rejects.toThrow(NotFound);
    await expect(record(entry({ supersedesId: randomUUID() }))).rejects.toThrow(NotFound);
    await expect(record(entry({ happenedOn: "2026-11-24", nextOn: "" }))).rejects.toThrow(FieldProblem);
    const wrong = { ...said, how: "pigeon", nextOn: "2026-11-20", said: " ", formKey: randomUUID() };
    const problems = contactForm.safeParse(wrong).error?.issues.map(({ path }) => path[0]);
    expect(problems).toEqual(expect.arrayContaining(["how", "said"]));
    const early = contactForm.safeParse({ ...said, nextOn: "2026-11-20", formKey: randomUUID() });
    expect(early.error?.issues.map(({ path }) => path[0])).toEqual(["nextOn"]);
  });
});

describe("the early alerts", () => {
  const alerts = (asked: object = {}, who = ruth, at = NOW) =>
    cohortAlerts(who, cohortId, { show: "any", page: 1, ...asked }, at);

  test("hold those who need a word, the most urgent first, with the last contact", async () => {
    const list = await alerts();
    expect(list?.total).toBe(people.length);
    const reasons = list?.rows[0]?.alerts.map(({ reason }) => reason);
    expect(reasons).toEqual(["unreachable", "below", "overdue", "quiet"]);
    expect(list?.rows.find(({ fullName }) => fullName === person(3).name)?.contact).toMatchObject({
      by: "Ruth Calder",
      outcome: "She logs it by Monday.",
    });
    expect((await alerts({ show: "unreachable" }))?.total).toBe(list?.counts.unreachable);
  });

  test("leave out who is not taking part", async () => {
    const { enrolmentId } = person(5);
    await db.enrolment.update({ where: { id: enrolmentId }, data: { state: "deferred" } });
    expect((await alerts())?.rows.some((row) => row.enrolmentId === enrolmentId)).toBe(false);
    await db.enrolment.update({ where: { id: enrolmentId }, data: { state: "active" } });
  });

  test("those newly at risk are told to the cohort's managers, on the day and the day after", async () => {
    // The first thing that closes is the residential, on 31 May; nothing was recorded of anybody.
    const day = (date: string) => newlyAtRisk(ruth, new Date(`${date}T09:00:00Z`), 5);
    const closed = await day("2026-06-01");
    expect(closed.total).toBe(people.length);
    expect(closed.people).toHaveLength(5);
    expect(closed.people[0]).toMatchObject({ cohortName: "NPQEL, Spring 2026", cohortId });
    expect((await day("2026-06-03")).people.flatMap(({ reasons }) => reasons)).not.toContain("below");
    expect(await newlyAtRisk(owen, NOW)).toEqual({ people: [], total: 0 });
    expect(await newlyAtRisk(person(0), NOW)).toEqual({ people: [], total: 0 });
  });

  test("are there for nobody else; five questions a page", async () => {
    for (const who of [owen, person(0)]) expect(await alerts({}, who)).toBeNull();
    await alerts();
    expect(await questions(() => alerts())).toBe(5);
  });
});
