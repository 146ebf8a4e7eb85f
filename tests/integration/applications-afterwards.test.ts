import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerEquality } from "@/lib/applications/answer-equality";
import { equalityTotals } from "@/lib/applications/equality-queries";
import { needsOfCohort } from "@/lib/applications/needs";
import { remindDrafts } from "@/lib/applications/remind-drafts";
import { saveDraft } from "@/lib/applications/save-draft";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { db, disconnect } from "@/lib/db";
import { NotFound, WrongState } from "@/lib/errors";
import {
  type Admissions,
  admissions,
  applicant,
  auditOf,
  type Candidate,
  candidateIn,
  FULL,
  lettersTo,
  MONDAY,
} from "../support/admissions";
import { freshDatabase } from "../support/database";
import { forged } from "../support/signing-in";

let world: Admissions;
const CLOSED = new Date("2027-03-27T12:00:00Z");

beforeAll(async () => {
  await freshDatabase();
  world = await admissions(400, 200);
});
afterAll(disconnect);

describe("the equality questions", () => {
  const answers = { sex: "female", age: "40_to_49" };
  const give = ({ actor, reference }: Candidate, given = answers) =>
    answerEquality(actor, { reference, answers: given }, MONDAY);
  const kept = () => db.equalityAnswer.findMany({ where: { cohortId: world.cohortId } });

  it("are kept without anything that leads back: a number of no order, the cohort, question and answer", async () => {
    const candidate = await candidateIn("submitted", world);
    await give(candidate);
    const rows = await kept();
    expect(rows.map(({ question, answer }) => `${question} ${answer}`).sort()).toEqual([
      "age 40_to_49",
      "sex female",
    ]);
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(["answer", "cohortId", "id", "question"]);
      // A version 4 is random; a version 7 would hold the time.
      expect(row.id[14]).toBe("4");
    }
    const { equalityDoneAt, version } = await db.application.findUniqueOrThrow({
      where: { id: candidate.id },
    });
    expect([equalityDoneAt, version]).toEqual([MONDAY, 3]);
    expect((await auditOf(candidate)).at(-1)).toBe(`${candidate.actor.email}: application.equality_done`);
    const last = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: candidate.id },
      orderBy: { id: "desc" },
    });
    expect([last.before, last.after]).toEqual([null, null]);
  });

  it("are answered once: ten at the same moment, and one later, keep one set", async () => {
    const candidate = await candidateIn("submitted", world);
    const before = (await kept()).length;
    await Promise.all(Array.from({ length: 10 }, () => give(candidate)));
    await give(candidate, { sex: "male", age: "" });
    expect((await kept()).length).toBe(before + 2);
  });

  it("may be passed over, and then are done with", async () => {
    const candidate = await candidateIn("submitted", world);
    const before = (await kept()).length;
    await answerEquality(candidate.actor, { reference: candidate.reference, answers: {} }, MONDAY);
    await give(candidate);
    expect((await kept()).length).toBe(before);
  });

  it("are refused for a draft, and to everybody but the applicant", async () => {
    await expect(give(await candidateIn("draft", world))).rejects.toThrow(WrongState);
    const { reference } = await candidateIn("submitted", world);
    for (const actor of [await applicant(), world.ruth, world.admin]) {
      await expect(answerEquality(actor, { reference, answers }, MONDAY)).rejects.toThrow(NotFound);
    }
  });

  it("are shown as totals, to those who run the cohort, once applications have closed", async () => {
    expect(await equalityTotals(world.ruth, world.cohortId, MONDAY)).toEqual({ closesOn: "2027-03-26" });
    const found = await equalityTotals(world.ruth, world.cohortId, CLOSED);
    // Two have answered so far: far too few to show.
    expect(JSON.stringify(found)).not.toMatch(/"(count|total)":\d/);
    expect(found).toHaveProperty("totals");
    for (const actor of [world.owen, world.priya, await applicant()]) {
      expect(await equalityTotals(actor, world.cohortId, CLOSED)).toBeNull();
    }
    expect(await equalityTotals(world.admin, forged<string>({ not: "" }), CLOSED)).toBeNull();
  });
});

describe("access and dietary needs", () => {
  it("are read by those who run the cohort, of those who have a place", async () => {
    const needs = { access: "A ramp, please", dietary: "" };
    const answers = { ...needs, fullName: FULL.fullName };
    await candidateIn("submitted", world, { answers });
    expect(await needsOfCohort(world.ruth, world.cohortId)).toEqual([]);
    const { actor: person } = await candidateIn("accepted", world, { answers });
    const rows = await needsOfCohort(world.ruth, world.cohortId);
    expect(rows).toMatchObject([{ fullName: FULL.fullName, residentialPlace: "Oxford", ...needs }]);
    expect(await needsOfCohort(world.admin, world.cohortId)).toHaveLength(1);
    for (const actor of [world.owen, world.priya, person]) {
      expect(await needsOfCohort(actor, world.cohortId)).toBeNull();
    }
  });
});

describe("reminding people of their drafts", () => {
  const day = (date: string, time = "10:30") => new Date(`${date}T${time}:00Z`);
  const begunBy = async (changes: object = { jobTitle: "Headteacher" }) => {
    const candidate = await candidateIn("draft", world);
    await saveDraft(candidate.actor, { reference: candidate.reference, version: 1, ...changes }, MONDAY);
    return candidate;
  };

  it("writes twice, fourteen and three days before the last, and once each", async () => {
    const { actor, reference } = await begunBy();
    expect(await remindDrafts(day("2027-03-11"))).toBe(0);
    expect(await remindDrafts(day("2027-03-12", "05:00"))).toBe(0);
    expect(await remindDrafts(day("2027-03-12"))).toBe(1);
    expect(await remindDrafts(day("2027-03-12", "11:30"))).toBe(0);
    expect(await remindDrafts(day("2027-03-14"))).toBe(0);
    const letter = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: actor.email } });
    expect(letter.text).toContain("Friday 26 March 2027, 23:59");
    expect(letter.text).toContain(`/applications/${reference}`);
    expect(letter.text).toContain("who pays");
    const both = await Promise.all([remindDrafts(day("2027-03-24")), remindDrafts(day("2027-03-24"))]);
    expect(Math.max(...both)).toBe(1);
    expect(await lettersTo(actor)).toEqual(["draft-reminder", "draft-reminder"]);
    expect(await remindDrafts(day("2027-03-26"))).toBe(0);
    expect(await remindDrafts(day("2027-03-27"))).toBe(0);
  });

  it("leaves alone those who have answered nothing, have sent it, have withdrawn, or have no access", async () => {
    const untouched = await candidateIn("draft", world);
    const named = await begunBy({ fullName: "Bashir Noor" });
    const sent = await candidateIn("submitted", world);
    const withdrawn = await begunBy();
    await withdrawApplication(withdrawn.actor, { reference: withdrawn.reference }, MONDAY);
    const ended = await begunBy();
    await db.user.update({ where: { id: ended.actor.userId }, data: { accessEndedAt: MONDAY } });
    await remindDrafts(day("2027-03-12"));
    for (const { actor } of [untouched, named, withdrawn, ended]) expect(await lettersTo(actor)).toEqual([]);
    expect(await lettersTo(sent.actor)).toEqual(["application-received"]);
  });
});
