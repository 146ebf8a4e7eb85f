import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { enterRecords } from "@/lib/engagement/enter-records";
import { milestoneDetail, participantOverview } from "@/lib/engagement/queries";
import { changeStatus } from "@/lib/enrolments/change-status";
import { NotAllowed, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { evaluationsList } from "@/lib/evaluations/list";
import { publishEvaluationForm } from "@/lib/evaluations/publish-form";
import { evaluationPage, evaluationsOfCohort } from "@/lib/evaluations/queries";
import { sendEvaluation } from "@/lib/evaluations/send";
import { cohortAverages } from "@/lib/learning-audits/averages";
import { auditAveragesList } from "@/lib/learning-audits/list";
import { auditPage, auditsForStaff, myGroupsAudits, sentAudits } from "@/lib/learning-audits/queries";
import { saveAudit, submitAudit } from "@/lib/learning-audits/save";
import { readPersonal } from "@/lib/personal-read";
import { cohortManager, facilitators, otherManager, participants } from "@/prisma/seed/cast";
import { npqel } from "@/prisma/seed/npqel";
import { marksOf, sendAudit } from "../support/audits";
import {
  administrator,
  enrolled,
  milestoneId,
  npqelSaved,
  SPRING_2026,
  startCohort,
  withRole,
} from "../support/cohort";
import { freshDatabase } from "../support/database";
import { csvOf } from "../support/lists";

const NOW = new Date("2026-11-23T09:00:00Z");
const TOMORROW = new Date("2026-11-24T09:00:00Z");
const MAY = new Date("2026-05-04T09:00:00Z");
let admin: Actor;
let ruth: Actor;
let owen: Actor;
let priya: Actor;
let otherFacilitator: Actor;
let programmeId: string;
let cohortId: string;
let everyone: (Actor & { enrolmentId: string })[];
const who = (index: number) => {
  const person = everyone[index];
  if (!person) throw new Error(`nobody at ${index}`);
  return person;
};
/** Audit, review and evaluation of module 1, the audits of modules 2 and 3, and a formative task. */
let audit: string;
let review: string;
let audit2: string;
let audit3: string;
let evaluation: string;
let task: string;
let formId: string;

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  programmeId = await npqelSaved(admin);
  cohortId = await startCohort(admin, programmeId, SPRING_2026);
  const other = { slug: "spring-2027", name: "Spring 2027", startMonth: "2027-05" };
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  owen = await withRole(admin, otherManager, "cohort_manager", await startCohort(admin, programmeId, other));
  priya = await withRole(admin, facilitators[0], "facilitator");
  otherFacilitator = await withRole(admin, facilitators[1], "facilitator");
  everyone = await enrolled(admin, cohortId, participants);
  const number = (which: number) => milestoneId(cohortId, which);
  [audit, review, evaluation] = [await number(3), await number(8), await number(9)];
  [audit2, audit3, task] = [await number(10), await number(20), await number(6)];
  // Amara is in a group of Priya's.
  const group = { cohortId, name: "Northfold", facilitatorId: priya.userId };
  const { id } = await db.peerGroup.create({ data: group });
  await db.enrolment.update({ where: { id: who(0).enrolmentId }, data: { peerGroupId: id } });
  for (const form of npqel.evaluations)
    formId = await publishEvaluationForm(admin, { ...form, programmeId }, MAY);
  formId = (await db.evaluationForm.findFirstOrThrow({ where: { module: 1 } })).id;
});

const saved = (person: Actor, more: object = {}, at = NOW) =>
  saveAudit(
    person,
    { milestoneId: audit, version: 0, formKey: randomUUID(), marks: marksOf(2), ...more },
    at,
  );
const tally = (person: { enrolmentId: string }, milestone: string) =>
  db.enrolmentMilestone.findUniqueOrThrow({
    where: { enrolmentId_milestoneId: { enrolmentId: person.enrolmentId, milestoneId: milestone } },
  });

describe("a learning audit", () => {
  test("is saved as it goes, sent once, and completes its milestone; afterwards it only is read", async () => {
    const [amara] = [who(0)];
    const some = marksOf(2).slice(0, 3);
    await saved(amara, { marks: some });
    const draft = await auditPage(amara, audit);
    expect(draft?.audit).toMatchObject({ version: 1, savedAt: NOW, submittedAt: null });
    expect(draft?.audit?.marks.map(({ mark }) => mark)).toEqual([2, 2, 2, null, null, null, null]);
    expect(draft?.areas).toHaveLength(7);
    expect((await tally(amara, audit)).completedAt).toBeNull();
    const half = { milestoneId: audit, version: 1, formKey: randomUUID(), marks: some };
    expect(Object.keys(await submitAudit(amara, half, NOW))).toHaveLength(4);
    expect((await tally(amara, audit)).completedAt).toBeNull();

    const whole = { ...half, marks: marksOf(3, "Because") };
    expect(await submitAudit(amara, whole, NOW)).toEqual({});
    expect(await tally(amara, audit)).toMatchObject({ completedAt: NOW, minutesRecorded: 30 });
    const [record] = await db.engagementRecord.findMany({ where: { enrolmentId: amara.enrolmentId } });
    expect(record).toMatchObject({ source: "submitted_form", completes: true });
    expect(await submitAudit(amara, whole, NOW)).toEqual({});
    await expect(saved(amara, { version: 3 })).rejects.toThrow("sent in already");
    expect(await db.engagementRecord.count({ where: { enrolmentId: amara.enrolmentId } })).toBe(1);
    const facts = { action: "learning_audit.submitted", subjectId: amara.enrolmentId };
    expect(JSON.stringify((await db.auditEntry.findMany({ where: facts })).map(({ after }) => after))).toBe(
      JSON.stringify([{ milestoneId: audit }]),
    );
    const key = { enrolmentId: amara.enrolmentId, milestoneId: audit };
    await expect(db.learningAuditMark.updateMany({ where: key, data: { mark: 5 } })).rejects.toThrow();
    await expect(db.learningAudit.updateMany({ where: key, data: { submittedAt: null } })).rejects.toThrow();
    expect((await milestoneDetail(amara, audit, NOW))?.canFillIn).toBe(true);
    const mine = (await participantOverview(amara, NOW))?.milestones.find(({ id }) => id === audit);
    expect([mine?.state, mine?.doneBy]).toEqual(["completed", "audit"]);
  });

  test("from two pages: the same page goes on, the one that has not seen the newest is told", async () => {
    const ben = who(1);
    const [one, two] = [randomUUID(), randomUUID()];
    await saved(ben, { formKey: one });
    await saved(ben, { formKey: one });
    await expect(saved(ben, { formKey: two, marks: marksOf(5) })).rejects.toThrow(StaleVersion);
    await saved(ben, { formKey: two, version: 2, marks: marksOf(4) });
    await expect(saved(ben, { formKey: one })).rejects.toThrow(StaleVersion);
    expect((await auditPage(ben, audit))?.audit?.marks.every(({ mark }) => mark === 4)).toBe(true);
  });

  test("sent twice at once, it is sent once", async () => {
    const chidi = who(2);
    const ends = await Promise.allSettled([1, 2, 3].map(() => sendAudit(chidi, audit, NOW)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.engagementRecord.count({ where: { enrolmentId: chidi.enrolmentId } })).toBe(1);
  });

  test("not early, not of a task, not of areas there are not, not somebody else's; late is allowed", async () => {
    const dilys = who(3);
    await expect(saved(dilys, { milestoneId: audit3 })).rejects.toThrow("opens on 1 April 2027");
    for (const milestone of [task, randomUUID(), "x"])
      await expect(saved(dilys, { milestoneId: milestone })).rejects.toThrow(NotFound);
    await expect(saved(dilys, { marks: [{ areaKey: "magic", mark: 1, note: "" }] })).rejects.toThrow(
      WrongState,
    );
    for (const stranger of [ruth, priya]) await expect(saved(stranger)).rejects.toThrow(NotFound);
    await expect(saved(dilys, { formKey: "x" })).rejects.toThrow(NotFound);
    expect(await auditPage(ruth, audit)).toBeNull();
    expect((await auditPage(dilys, audit))?.audit).toBeNull();
    await saved(dilys);
  });

  test("only the active; what staff have entered as done can still be filled in and gets no second record", async () => {
    const eve = who(4);
    const { enrolmentId } = eve;
    const entry = { enrolmentId, milestoneId: audit2, minutes: 30, happenedOn: "2026-10-12" };
    await enterRecords(ruth, { cohortId, entries: [entry] }, NOW);
    await sendAudit(eve, audit2, NOW);
    expect(await tally(eve, audit2)).toMatchObject({ minutesRecorded: 30, completedAt: NOW });
    expect((await readPersonal(eve.userId, sentAudits))?.map(({ module }) => module)).toEqual([2]);
    await saved(eve);
    const away = { toState: "deferred", reasonCode: "career-break", effectiveOn: "2026-11-23" } as const;
    await changeStatus(ruth, { enrolmentId, ...away }, NOW);
    await expect(saved(eve)).rejects.toThrow("Your place is deferred");
    expect((await auditPage(eve, audit))?.audit?.marks[0]?.mark).toBe(2);
  });

  test("a later edit of the prospectus leaves its words", async () => {
    const first = { programmeId, position: 1 };
    const [area] = await db.learningArea.findMany({ where: first });
    await db.learningArea.updateMany({ where: first, data: { title: "Something else" } });
    expect((await readPersonal(who(0).userId, sentAudits))?.[0]?.marks[0]?.title).toBe(area?.title);
    await db.learningArea.updateMany({ where: first, data: { title: area?.title ?? "" } });
  });

  test("is read by the cohort's managers and the group's facilitator once it is sent, and by nobody else", async () => {
    await sendAudit(who(0), review, NOW, marksOf(4));
    const { enrolmentId } = who(0);
    for (const reader of [ruth, admin, priya]) {
      const seen = await auditsForStaff(reader, cohortId, enrolmentId);
      expect(seen?.audits.map(({ kind }) => kind)).toEqual(["learning_audit", "learning_audit_review"]);
    }
    for (const other of [owen, otherFacilitator, who(1), who(0)])
      expect(await auditsForStaff(other, cohortId, enrolmentId)).toBeNull();
    expect(await auditsForStaff(priya, cohortId, who(1).enrolmentId)).toBeNull();
    // Ben has only begun.
    expect((await auditsForStaff(ruth, cohortId, who(1).enrolmentId))?.audits).toEqual([]);
    expect((await myGroupsAudits(priya)).map(({ fullName, sent }) => [fullName, sent])).toEqual([
      ["Amara Okafor", 2],
    ]);
    expect(await myGroupsAudits(otherFacilitator)).toEqual([]);
  });
});

describe("a cohort's averages", () => {
  const average = async (at: Date, viewer: Actor = ruth) => {
    const [module] = (await cohortAverages(viewer, cohortId, at)) ?? [];
    return module?.areas[0];
  };

  test("are of five people or none, and change by five at a time, overnight", async () => {
    // Amara 3, Chidi 3, and now three more.
    expect(await average(TOMORROW)).toBeUndefined();
    for (const index of [5, 6, 7]) await sendAudit(who(index), audit, NOW, marksOf(5));
    expect(await average(NOW)).toBeUndefined();
    expect((await average(TOMORROW))?.before).toEqual({ average: (3 + 3 + 5 + 5 + 5) / 5, people: 5 });
    expect((await average(TOMORROW))?.after).toBeNull();
    const before = await average(TOMORROW);
    for (const index of [8, 9, 10, 11])
      await sendAudit(who(index), audit, new Date(+NOW + index), marksOf(1));
    expect(await average(TOMORROW)).toEqual(before);
    await sendAudit(who(13), audit, new Date(+NOW + 13), marksOf(1));
    expect((await average(TOMORROW))?.before).toEqual({ average: (21 + 5) / 10, people: 10 });
  });

  test("leave the portal as they are shown: nothing today, five's or ten's tomorrow", async () => {
    const file = (at: Date) => csvOf(auditAveragesList, ruth, { cohort: cohortId }, at);
    expect((await file(NOW)).trim().split("\r\n")).toHaveLength(1);
    expect(await file(TOMORROW)).toMatch(/^1,.*,2\.6,10,,$/m);
  });

  test("are for those who manage the cohort and its participants", async () => {
    expect(await cohortAverages(who(3), cohortId, TOMORROW)).toHaveLength(1);
    for (const other of [owen, priya]) expect(await cohortAverages(other, cohortId, TOMORROW)).toBeNull();
    expect(await cohortAverages(ruth, "x", TOMORROW)).toBeNull();
  });
});

describe("an evaluation", () => {
  const answers = (mark: string, change = "") =>
    new Map([
      ...["useful", "clear", "group", "start"].map((key): [string, string] => [key, mark]),
      ["time", "About the hours given"],
      ["change", change],
    ]);
  const send = (person: Actor, mark = "4", change = "") =>
    sendEvaluation(person, { milestoneId: evaluation, formId, answers: answers(mark, change) }, NOW);
  const report = async () => (await evaluationsOfCohort(ruth, cohortId))?.[0];

  test("is sent once, completes its milestone, and nothing in an answer leads back to the person", async () => {
    const amara = who(0);
    expect(
      await sendEvaluation(amara, { milestoneId: evaluation, formId, answers: new Map() }, NOW),
    ).toMatchObject({ "answer-useful": expect.any(String) });
    const ends = await Promise.allSettled([1, 2, 3].map(() => send(amara, "5", "Amara’s words")));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(send(amara)).rejects.toThrow("already");
    expect((await tally(amara, evaluation)).completedAt).toEqual(NOW);
    expect((await evaluationPage(amara, evaluation))?.sent).toBe(true);
    const rows = await db.evaluationAnswer.findMany();
    expect(rows).toHaveLength(6);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      "answer",
      "formId",
      "id",
      "milestoneId",
      "question",
      "released",
    ]);
    const known = JSON.stringify(rows);
    for (const trace of [amara.userId, amara.enrolmentId, "2026"]) expect(known).not.toContain(trace);
    const facts = { action: "evaluation.sent", subjectId: amara.enrolmentId };
    const [entry, ...more] = await db.auditEntry.findMany({ where: facts });
    expect([entry?.after, more]).toEqual([{ milestoneId: evaluation }, []]);
  });

  test("is told of in fives, and with less shows nothing at all", async () => {
    for (const index of [5, 6, 7]) await send(who(index), "3", `Words of ${index}`);
    expect(await report()).toMatchObject({ people: 0, versions: [] });
    expect((await report())?.asked).toHaveLength(7);
    await Promise.all([8, 9].map((index) => send(who(index), "4")));
    const five = await report();
    // Two at once: the fifth tells of five, the sixth waits.
    expect(five?.people).toBe(5);
    const useful = five?.versions[0]?.questions[0];
    expect([useful?.people, useful && "average" in useful ? useful.average : null]).toEqual([5, 18 / 5]);
    expect(JSON.stringify(five)).not.toContain("Words of");
    // The file says what the page says, and is as silent.
    const file = () => csvOf(evaluationsList, ruth, { cohort: cohortId }, NOW);
    const fileOfFive = await file();
    expect(fileOfFive).toMatch(/^Module 1,5,1,.*,3,3,3\.6\r$/m);
    expect(fileOfFive).not.toContain("Words of");
    for (const index of [10, 11, 13]) await send(who(index), "1", "More words");
    expect(await report()).toEqual(five);
    expect(await file()).toBe(fileOfFive);
    await send(who(14), "1", "More words");
    const ten = await report();
    expect(ten?.people).toBe(10);
    expect(JSON.stringify(ten)).toContain("Words of 5");
    expect(await file()).toMatch(/^Module 1,10,1,.*,Words of 5,,\r$/m);
    for (const other of [owen, priya, who(0)]) expect(await evaluationsOfCohort(other, cohortId)).toBeNull();
  });

  test("keeps its questions when they are changed; only an administrator changes them", async () => {
    const questions = [{ kind: "text" as const, key: "anything", legend: "Anything else?" }];
    const change = { programmeId, module: 1, questions };
    await expect(publishEvaluationForm(ruth, change, NOW)).rejects.toThrow(NotAllowed);
    const next = await publishEvaluationForm(admin, change, NOW);
    expect((await evaluationPage(who(15), evaluation))?.form).toEqual({ id: next, questions });
    expect((await report())?.versions.map(({ version }) => version)).toEqual([1]);
    // The page that was opened before is taken with the questions it showed.
    expect(await send(who(15))).toEqual({});
    await expect(db.evaluationForm.updateMany({ data: { version: 9 } })).rejects.toThrow();
    const elsewhere = (await db.evaluationForm.findFirstOrThrow({ where: { module: 2 } })).id;
    const wrong = { milestoneId: evaluation, formId: elsewhere, answers: answers("4") };
    await expect(sendEvaluation(who(16), wrong, NOW)).rejects.toThrow(NotFound);
    const strange = { milestoneId: evaluation, formId: next, answers: answers("4") };
    await expect(sendEvaluation(who(16), strange, NOW)).rejects.toThrow("questions have changed");
    for (const stranger of [ruth, priya]) await expect(send(stranger)).rejects.toThrow(NotFound);
    await expect(
      sendEvaluation(who(16), { milestoneId: audit2, formId, answers: answers("4") }, NOW),
    ).rejects.toThrow(NotFound);
  });

  test("is told of in fives of each version: nobody's answers stand alone between two looks", async () => {
    const before = await report();
    expect(before?.people).toBe(10);
    const { id: newer } = await db.evaluationForm.findFirstOrThrow({ where: { module: 1, version: 2 } });
    const sendNew = (index: number) =>
      sendEvaluation(
        who(index),
        { milestoneId: evaluation, formId: newer, answers: new Map([["anything", `New words ${index}`]]) },
        NOW,
      );
    // One waits who answered the first version; with these four they are five, of two versions.
    for (const index of [16, 17, 18, 19]) await sendNew(index);
    expect(await report()).toEqual(before);
    await sendNew(20);
    const after = await report();
    expect([after?.people, after?.versions.map(({ version }) => version)]).toEqual([15, [2, 1]]);
    expect(after?.versions[1]).toEqual(before?.versions[0]);
  });
});

test("pages ask a fixed number of questions", async () => {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  const questions = async (work: () => Promise<unknown>) => {
    asked.mockClear();
    await work();
    return asked.mock.calls.length;
  };
  const amara = who(0);
  expect(await questions(() => readPersonal(amara.userId, sentAudits))).toBe(1);
  expect(await questions(() => auditPage(amara, audit))).toBe(1);
  expect(await questions(() => evaluationPage(amara, evaluation))).toBe(1);
  expect(await questions(() => evaluationsOfCohort(ruth, cohortId))).toBe(1);
  expect(await questions(() => cohortAverages(ruth, cohortId, NOW))).toBe(1);
  expect(await questions(() => myGroupsAudits(priya))).toBe(1);
  asked.mockRestore();
});
