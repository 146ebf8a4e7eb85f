import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GO_ALONG } from "@/app/staff/goes-along";
import { handIn } from "@/lib/alternatives/hand-in";
import { judgeAlternative } from "@/lib/alternatives/judge";
import { proposeAlternative } from "@/lib/alternatives/propose";
import { myAlternatives } from "@/lib/alternatives/queries";
import { OWN_IDEA } from "@/lib/alternatives/schema";
import { needsOfCohort } from "@/lib/applications/needs";
import type { Actor } from "@/lib/auth/actor";
import { answerCorrection } from "@/lib/corrections/answer";
import { askForCorrection } from "@/lib/corrections/ask";
import { NEW_RECORD } from "@/lib/corrections/schema";
import { dateColumn, dayInLondon, londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { enterFor } from "@/lib/engagement/enter-for";
import { takeRegister } from "@/lib/engagement/take-register";
import { notRecording } from "@/lib/enrolments/states";
import { publishEvaluationForm } from "@/lib/evaluations/publish-form";
import { evaluationPage } from "@/lib/evaluations/queries";
import { sendEvaluation } from "@/lib/evaluations/send";
import { choosePlace } from "@/lib/events/choose-place";
import { forgetNeeds } from "@/lib/events/forget-needs";
import { myEvent } from "@/lib/events/my-event";
import { scheduleEvent } from "@/lib/events/schedule";
import { auditPage, auditsForStaff, myAudits } from "@/lib/learning-audits/queries";
import { saveAudit, submitAudit } from "@/lib/learning-audits/save";
import { changeMentor } from "@/lib/mentoring/change-mentor";
import { myCheckIn } from "@/lib/mentoring/my-items";
import { saveCheckIn } from "@/lib/mentoring/write-check-in";
import { transferParticipant } from "@/lib/status-changes/transfer";
import { cohortManager, participants } from "@/prisma/seed/cast";
import { npqel } from "@/prisma/seed/npqel";
import { meeting } from "../support/at-once";
import { enrolled, milestoneId, springWithStaff, withRole } from "../support/cohort";
import { freshDatabase } from "../support/database";

/** What is open when somebody moves to a later cohort. Each test has a person of its own, who missed a session. */

const NOW = londonTime("2026-11-23", "09:00");
const LATER = londonTime("2026-12-07", "09:00");
const HELD = "2026-06-25";
type Person = Actor & { enrolmentId: string };
let admin: Actor;
let ruth: Actor;
let cohortId: string;
let later: string;
let eventId: string;
let session: string;
let there: string;
let cast: typeof participants;
let mara: Person;

beforeAll(async () => {
  await freshDatabase();
  ({ admin, cohortId, otherId: later } = await springWithStaff(0));
  ruth = await withRole(admin, cohortManager, "cohort_manager", later);
  session = await milestoneId(cohortId, 5);
  there = await milestoneId(later, 5);
  const times = { startsAt: londonTime(HELD, "16:00"), endsAt: londonTime(HELD, "18:00") };
  const event = { cohortId, milestoneId: session, place: "Online", ...times };
  eventId = await scheduleEvent(ruth, event, londonTime("2026-05-01", "09:00"));
  cast = [...participants];
});

beforeEach(async () => {
  [mara] = (await enrolled(admin, cohortId, cast.splice(0, 1))) as [Person];
});

const mark = (attended: boolean) =>
  takeRegister(ruth, { eventId, marks: [{ enrolmentId: mara.enrolmentId, attended }] }, NOW);
const move = (at = NOW) => {
  const message = "You go on with Spring 2027.";
  const input = { fromState: "active", effectiveOn: dayInLondon(at), message } as const;
  const where = { cohortId, enrolmentId: mara.enrolmentId, toCohortId: later };
  return transferParticipant(ruth, { ...input, ...where }, GO_ALONG, at);
};
const tally = (enrolmentId: string, milestone: string) =>
  db.enrolmentMilestone.findUniqueOrThrow({
    where: { enrolmentId_milestoneId: { enrolmentId, milestoneId: milestone } },
    select: { minutesRecorded: true, completedAt: true },
  });
const live = (enrolmentId: string, milestone: string) =>
  db.engagementRecord.findMany({ where: { enrolmentId, milestoneId: milestone, supersededBy: null } });

describe("a correction", () => {
  async function asked(): Promise<string> {
    const input = { milestoneId: session, said: "I was there.", formKey: randomUUID() };
    await askForCorrection(mara, input, NOW);
    const where = { enrolmentId: mara.enrolmentId, answeredAt: null };
    return (await db.correctionRequest.findFirstOrThrow({ where, select: { id: true } })).id;
  }
  async function answer(id: string, minutes: number, replaces?: string): Promise<void> {
    const [record] = await live(mara.enrolmentId, session);
    const right = { outcome: "put_right", answer: "The list says so, too.", happenedOn: HELD } as const;
    const input = { ...right, minutes, replaces: replaces ?? record?.id ?? NEW_RECORD };
    await answerCorrection(ruth, id, input, LATER);
  }

  test("that is answered after the move puts the register right where it was, and counts in the new cohort", async () => {
    await mark(false);
    const id = await asked();
    const next = await move();
    expect(await live(next, there)).toEqual([]);
    await answer(id, 120);
    expect(await tally(mara.enrolmentId, session)).toMatchObject({ minutesRecorded: 120 });
    const [carried, ...more] = await live(next, there);
    expect(more).toEqual([]);
    expect(carried).toMatchObject({
      ...{ minutes: 120, completes: true, source: "attendance_register", eventId: null, supersedesId: null },
      happenedOn: dateColumn(HELD),
    });
    expect(await tally(next, there)).toEqual({ minutesRecorded: 120, completedAt: LATER });
  });

  test("of what was carried takes its place there, to nothing and back", async () => {
    await mark(true);
    const next = await move();
    const [carried] = await live(next, there);
    await answer(await asked(), 0);
    expect(await live(next, there)).toMatchObject([{ minutes: 0, supersedesId: carried?.id }]);
    expect(await tally(next, there)).toEqual({ minutesRecorded: 0, completedAt: null });
    await answer(await asked(), 90);
    expect(await tally(next, there)).toEqual({ minutesRecorded: 90, completedAt: null });
    expect(await db.engagementRecord.count({ where: { enrolmentId: next } })).toBe(3);
  });

  test("does not undo what staff of the new cohort have put right themselves", async () => {
    await mark(true);
    const next = await move();
    const [carried] = await live(next, there);
    const right = { minutes: 60, happenedOn: HELD, reason: "They left at five.", formKey: randomUUID() };
    const whom = { cohortId: later, enrolmentId: next, milestoneId: there };
    await enterFor(ruth, whom, { ...right, replaces: carried?.id ?? "" }, NOW);
    await answer(await asked(), 100);
    expect(await tally(mara.enrolmentId, session)).toMatchObject({ minutesRecorded: 100 });
    expect(await tally(next, there)).toMatchObject({ minutesRecorded: 60 });
  });

  test("answered while the move is made, whichever is first, counts in both", async () => {
    await mark(false);
    const id = await asked();
    const [missed] = await live(mara.enrolmentId, session);
    // The move waits for a place in the later cohort, the answer for the move.
    const ends = await meeting(
      (tx) => tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${later}::uuid FOR UPDATE`,
      [() => move(), () => answer(id, 120, missed?.id)],
    );
    expect(ends[1]).toBeUndefined();
    expect(await tally(String(ends[0]), there)).toMatchObject({ minutesRecorded: 120 });
  });

  test("and the other way round", async () => {
    await mark(false);
    const id = await asked();
    const [missed] = await live(mara.enrolmentId, session);
    // The answer has the request and waits for the tally; the move waits for the answer.
    const ends = await meeting(
      (tx) => tx.$queryRaw`
        SELECT 1 FROM "EnrolmentMilestone"
        WHERE "enrolmentId" = ${mara.enrolmentId}::uuid AND "milestoneId" = ${session}::uuid FOR UPDATE`,
      [() => answer(id, 120, missed?.id), () => move(LATER)],
    );
    expect(ends[0]).toBeUndefined();
    expect(await tally(String(ends[1]), there)).toMatchObject({ minutesRecorded: 120 });
  });
});

describe("an alternative activity", () => {
  const account = { did: "I went.", learned: "That it is worth it.", doneOn: "2026-11-20" };
  async function proposed(): Promise<string> {
    await mark(false);
    const idea = {
      option: OWN_IDEA,
      title: "A visit",
      minutes: 60,
      plan: "I go.",
      formKey: randomUUID(),
    } as const;
    await proposeAlternative(mara, { ...idea, milestoneId: session }, NOW);
    return (await myAlternatives(mara, session, NOW))?.live?.id ?? "";
  }
  const judge = (id: string, verdict: "agreed" | "credited", at = NOW) =>
    judgeAlternative(ruth, id, { verdict, minutes: 60, words: "" }, at);

  test("that is handed in goes along, and is credited there", async () => {
    const id = await proposed();
    await judge(id, "agreed");
    await handIn(mara, { ...account, alternativeId: id }, NOW);
    const next = await move();
    expect((await myAlternatives(mara, session, NOW))?.all).toEqual([]);
    expect((await myAlternatives(mara, there, NOW))?.live).toMatchObject({ id, state: "handed_in" });
    await judge(id, "credited", LATER);
    expect(await tally(next, there)).toEqual({ minutesRecorded: 60, completedAt: null });
    expect(await tally(mara.enrolmentId, session)).toEqual({ minutesRecorded: 0, completedAt: null });
    const facts = { action: "alternative.went_along", subjectId: next };
    expect(await db.auditEntry.count({ where: facts })).toBe(1);
  });

  test("that is agreed is handed in there, with a day before that cohort began", async () => {
    const id = await proposed();
    await judge(id, "agreed");
    const next = await move();
    await handIn(mara, { ...account, alternativeId: id }, LATER);
    await judge(id, "credited", LATER);
    expect(await live(next, there)).toMatchObject([
      { happenedOn: dateColumn("2026-11-20"), source: "credit" },
    ]);
  });

  test("without the like of its milestone there ends with words", async () => {
    const id = await proposed();
    const kept = await db.milestone.update({ where: { id: there }, data: { module: 3 } });
    await move();
    await db.milestone.update({ where: { id: kept.id }, data: { module: 1 } });
    const [ended] = (await myAlternatives(mara, session, NOW))?.all ?? [];
    expect(ended).toMatchObject({ id, state: "withdrawn" });
    expect(ended?.steps.at(-1)).toMatchObject({
      words: "Spring 2027 has nothing that this would stand in for, so it has ended with the move.",
      by: cohortManager.name,
    });
  });

  test("credited while the move is made, whichever is first, counts in the new cohort", async () => {
    const ids: string[] = [];
    for (const first of ["move", "credit"]) {
      if (first === "credit") [mara] = (await enrolled(admin, cohortId, cast.splice(0, 1))) as [Person];
      const id = await proposed();
      await judge(id, "agreed");
      await handIn(mara, { ...account, alternativeId: id }, NOW);
      const { enrolmentId } = mara;
      const steps = [() => move(LATER), () => judge(id, "credited", LATER)];
      const ends = await meeting(
        (tx) =>
          first === "move"
            ? tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${later}::uuid FOR UPDATE`
            : tx.$queryRaw`SELECT 1 FROM "EnrolmentMilestone" WHERE "enrolmentId" = ${enrolmentId}::uuid FOR UPDATE`,
        first === "move" ? steps : steps.toReversed(),
      );
      ids.push(String(first === "move" ? ends[0] : ends[1]));
    }
    for (const next of ids) expect(await tally(next, there)).toMatchObject({ minutesRecorded: 60 });
  });
});

describe("what was given once", () => {
  test("needs at a residential to come stand in the form there, and are left with nobody here", async () => {
    const residential = await milestoneId(cohortId, 24);
    const times = { startsAt: londonTime("2027-07-13", "09:00"), endsAt: londonTime("2027-07-14", "16:00") };
    const choice = { byChoice: true, choiceUntil: "2027-06-01", capacity: 20, place: "Oxford" };
    const event = await scheduleEvent(ruth, { cohortId, milestoneId: residential, ...times, ...choice }, NOW);
    const needs = { access: "Step-free access, please.", dietary: "" };
    await choosePlace(mara, { eventId: event, ...needs, wait: false }, NOW);
    const next = await move();
    expect(await db.eventNeeds.count({ where: { enrolmentId: mara.enrolmentId } })).toBe(0);
    // Where no event is planned yet they are kept.
    await forgetNeeds(LATER);
    const like = await milestoneId(later, 24);
    const then = { startsAt: londonTime("2028-07-11", "09:00"), endsAt: londonTime("2028-07-12", "16:00") };
    const other = { cohortId: later, milestoneId: like, ...then, ...choice, choiceUntil: "2028-06-01" };
    const eventThere = await scheduleEvent(ruth, other, LATER);
    expect(await myEvent(mara, eventThere, LATER)).toMatchObject({ needs: { ...needs, kept: true } });
    expect(await db.eventNeeds.count({ where: { enrolmentId: next, milestoneId: like } })).toBe(1);
  });

  test("needs said when applying are found from the later enrolment, by its staff alone", async () => {
    const application = await db.application.create({
      data: {
        ...{
          userId: mara.userId,
          cohortId,
          reference: "NPQ-2026-0001",
          state: "accepted",
          fullName: mara.name,
        },
        ...{ createdAt: NOW, updatedAt: NOW, submittedAt: NOW, declaredAt: NOW },
        needs: { create: { access: "", dietary: "Vegan", savedAt: NOW } },
      },
    });
    const enrolment = { id: mara.enrolmentId };
    await db.enrolment.update({ where: enrolment, data: { applicationId: application.id } });
    expect(await needsOfCohort(ruth, cohortId)).toMatchObject([{ fullName: mara.name, dietary: "Vegan" }]);
    await move();
    expect(await needsOfCohort(ruth, cohortId)).toEqual([]);
    expect(await needsOfCohort(ruth, later)).toMatchObject([{ fullName: mara.name, dietary: "Vegan" }]);
    expect(await needsOfCohort(mara, later)).toBeNull();
  });

  test("an audit that was sent is read there, one that is begun is finished there", async () => {
    const all = npqel.programme.areas.map(({ key }) => ({ areaKey: key, mark: 3, note: "" }));
    const [sent, begun] = await Promise.all([milestoneId(cohortId, 3), milestoneId(cohortId, 8)]);
    const form = { version: 0, formKey: randomUUID() };
    expect(await submitAudit(mara, { ...form, milestoneId: sent, marks: all }, NOW)).toEqual({});
    await saveAudit(
      mara,
      { ...form, formKey: randomUUID(), milestoneId: begun, marks: all.slice(0, 2) },
      NOW,
    );
    const next = await move();
    const [sentThere, begunThere] = await Promise.all([milestoneId(later, 3), milestoneId(later, 8)]);
    expect(await auditPage(mara, sentThere)).toMatchObject({ audit: { submittedAt: NOW } });
    expect(await auditPage(mara, begunThere)).toMatchObject({ audit: { version: 1, submittedAt: null } });
    expect([...(await myAudits(mara, next)).keys()].toSorted()).toEqual([sentThere, begunThere].toSorted());
    expect((await auditsForStaff(ruth, later, next))?.audits.map(({ submittedAt }) => submittedAt)).toEqual([
      NOW,
    ]);
    const before = await auditsForStaff(ruth, cohortId, mara.enrolmentId);
    expect(before?.audits).toHaveLength(1);
    // The averages of the cohort in which it was sent stay as they were.
    const kept = await db.learningAudit.findMany({ where: { enrolmentId: mara.enrolmentId } });
    expect(kept.map(({ milestoneId: id }) => id)).toEqual([sent]);
    const window = londonTime("2027-09-06", "09:00");
    const again = { version: 1, formKey: randomUUID(), milestoneId: begunThere, marks: all };
    expect(await submitAudit(mara, again, window)).toEqual({});
    // What was sent is read there, and a form that was kept open sends no second one into the averages.
    const twice = { ...form, formKey: randomUUID(), milestoneId: sentThere, marks: all };
    for (const step of [submitAudit, saveAudit])
      await expect(step(mara, twice, window)).rejects.toThrow("sent in already");
  });

  test("a word on a module that was sent is not asked for again, and counts in the earlier cohort alone", async () => {
    const { programmeId } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    const questions = [{ kind: "text" as const, key: "anything", legend: "Anything to say?" }];
    const [first, second] = [
      await publishEvaluationForm(admin, { programmeId, module: 1, questions }, NOW),
      await publishEvaluationForm(admin, { programmeId, module: 2, questions }, NOW),
    ];
    const send = (which: string, formId: string, at = NOW) =>
      sendEvaluation(mara, { milestoneId: which, formId, answers: new Map([["anything", "Well done"]]) }, at);
    const of = (cohort: string, module: number) =>
      db.milestone.findFirstOrThrow({ where: { cohortId: cohort, module, kind: "module_evaluation" } });
    const [here, again, next] = [await of(cohortId, 1), await of(later, 1), await of(later, 2)];
    expect(await send(here.id, first)).toEqual({});
    await move();
    expect(await evaluationPage(mara, again.id)).toMatchObject({ sent: true });
    const inSummer = londonTime("2029-06-01", "09:00");
    await expect(send(again.id, first, inSummer)).rejects.toThrow("You have sent this evaluation already");
    expect(await db.evaluationAnswer.count({ where: { milestoneId: again.id } })).toBe(0);
    const left = await evaluationPage(mara, (await of(cohortId, 2)).id);
    expect(left && notRecording(left.enrolmentState)).toContain("moved to another cohort");
    expect(await evaluationPage(mara, next.id)).toMatchObject({ sent: false });
    expect(await send(next.id, second, inSummer)).toEqual({});
  });

  test("a check-in that the mentor has not confirmed goes along", async () => {
    const mentor = { name: "Helen Marchbank", email: "helen@example.org", jobTitle: "CEO" };
    await changeMentor(mara, { enrolmentId: mara.enrolmentId, seen: "", ...mentor }, NOW);
    const checkIn = await milestoneId(cohortId, 7);
    const text = { metOn: "2026-09-22", talkedAbout: "The plan.", nextSteps: "Another one." } as const;
    await saveCheckIn(mara, { version: 0, milestoneId: checkIn, ...text }, NOW);
    await move();
    const like = await milestoneId(later, 7);
    expect(await myCheckIn(mara, like, NOW)).toMatchObject({
      state: "draft",
      text: { talkedAbout: "The plan." },
    });
    // With a day before that cohort began, it is saved as it was.
    const then = londonTime("2027-09-06", "09:00");
    await saveCheckIn(mara, { version: 1, milestoneId: like, ...text }, then);
  });
});
