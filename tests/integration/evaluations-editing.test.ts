import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { NotAllowed, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { discardEvaluationDraft, publishEvaluationDraft, saveEvaluationDraft } from "@/lib/evaluations/draft";
import { evaluationsToEdit } from "@/lib/evaluations/editing-queries";
import { publishEvaluationForm } from "@/lib/evaluations/publish-form";
import { evaluationPage } from "@/lib/evaluations/queries";
import type { EvaluationQuestion } from "@/lib/evaluations/schema";
import { cohortManager, facilitators, participants } from "@/prisma/seed/cast";
import { npqel } from "@/prisma/seed/npqel";
import {
  administrator,
  enrolled,
  milestoneId,
  npqelSaved,
  SET_UP,
  SPRING_2026,
  startCohort,
  withRole,
} from "../support/cohort";
import { freshDatabase } from "../support/database";
import { statementsOf } from "../support/statements";

const NOW = new Date("2026-11-23T09:00:00Z");
const slug = "npqel";
const QUESTIONS: EvaluationQuestion[] = [
  { kind: "text", key: "anything", legend: "Anything else?" },
  { kind: "scale", key: "useful", legend: "How useful was it?", low: "not at all", high: "very" },
];
let admin: Actor;
let ruth: Actor;
let priya: Actor;
type Person = Actor & { enrolmentId: string };
let amara: Person;
let evaluation: string;

beforeAll(async () => {
  await freshDatabase();
  admin = await administrator();
  const programmeId = await npqelSaved(admin);
  const cohortId = await startCohort(admin, programmeId, SPRING_2026);
  ruth = await withRole(admin, cohortManager, "cohort_manager", cohortId);
  priya = await withRole(admin, facilitators[0], "facilitator");
  [amara] = (await enrolled(admin, cohortId, participants.slice(0, 1))) as [Person];
  evaluation = await milestoneId(cohortId, 9);
  for (const form of npqel.evaluations) await publishEvaluationForm(admin, { ...form, programmeId }, SET_UP);
});

const one = async (who = admin) => {
  const found = (await evaluationsToEdit(who, slug))?.modules.find(({ module }) => module === 1);
  if (!found) throw new Error("no module 1");
  return found;
};
const which = (token: string, module = 1) => ({ slug, module, token });
const audited = (action: string) => db.auditEntry.count({ where: { action } });

describe("what an evaluation asks", () => {
  test("is read by those who edit the programme, and changed by administrators alone", async () => {
    const { token, asked } = await one();
    expect([token, asked?.version, asked?.questions.length]).toEqual(["1-0", 1, 7]);
    expect(await evaluationsToEdit(ruth, slug)).toMatchObject({ mayEdit: false, shortName: "NPQEL" });
    for (const who of [priya, amara]) expect(await evaluationsToEdit(who, slug)).toBeNull();
    expect(await evaluationsToEdit(admin, "nothing")).toBeNull();
    for (const who of [ruth, priya, amara]) {
      const step = which(token);
      const save = saveEvaluationDraft(who, { ...step, questions: QUESTIONS }, NOW);
      await expect(save).rejects.toThrow(NotAllowed);
      await expect(publishEvaluationDraft(who, step, NOW)).rejects.toThrow(NotAllowed);
      await expect(discardEvaluationDraft(who, step, NOW)).rejects.toThrow(NotAllowed);
    }
    expect(await db.evaluationDraft.count()).toBe(0);
  });

  test("is written as a draft that nobody else sees; of two at once one is told", async () => {
    const save = () => saveEvaluationDraft(admin, { ...which("1-0"), questions: QUESTIONS }, NOW);
    const ends = await Promise.allSettled([save(), save()]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    for (const end of ends) if (end.status === "rejected") expect(end.reason).toBeInstanceOf(StaleVersion);
    expect(await one()).toMatchObject({
      token: expect.stringMatching(/^1-1-/),
      draft: { by: admin.name, questions: QUESTIONS },
    });
    expect((await one(ruth)).draft).toBeNull();
    expect((await evaluationPage(amara, evaluation))?.form?.questions).toHaveLength(7);
    expect(await audited("evaluation.draft_saved")).toBe(1);
    const save4 = saveEvaluationDraft(admin, { ...which("0-0", 4), questions: QUESTIONS }, NOW);
    await expect(save4).rejects.toThrow(NotFound);
    const twice = [...QUESTIONS, ...QUESTIONS];
    await expect(
      saveEvaluationDraft(admin, { ...which((await one()).token), questions: twice }, NOW),
    ).rejects.toThrow();
  });

  test("is published as a new version, once, as it was seen", async () => {
    await expect(publishEvaluationDraft(admin, which("1-0"), NOW)).rejects.toThrow(StaleVersion);
    const { token } = await one();
    const publish = () => publishEvaluationDraft(admin, which(token), NOW);
    const ends = await Promise.allSettled([publish(), publish()]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await one()).toMatchObject({
      token: "2-0",
      draft: null,
      asked: { version: 2, questions: QUESTIONS },
    });
    expect((await evaluationPage(amara, evaluation))?.form?.questions).toEqual(QUESTIONS);
    expect(await audited("evaluation.published")).toBe(4);
  });

  test("is not published when nothing differs, and a draft can be thrown away", async () => {
    await expect(publishEvaluationDraft(admin, which("2-0"), NOW)).rejects.toThrow(WrongState);
    await saveEvaluationDraft(admin, { ...which("2-0"), questions: QUESTIONS }, NOW);
    const { token } = await one();
    await expect(publishEvaluationDraft(admin, which(token), NOW)).rejects.toThrow(
      "asks what is asked already",
    );
    await discardEvaluationDraft(admin, which(token), NOW);
    // Begun anew by somebody, it is not the one that was seen before.
    const other = [{ kind: "text" as const, key: "else", legend: "What else?" }];
    const later = new Date(NOW.getTime() + 60_000);
    await saveEvaluationDraft(admin, { ...which("2-0"), questions: other }, later);
    await expect(publishEvaluationDraft(admin, which(token), later)).rejects.toThrow(StaleVersion);
    await discardEvaluationDraft(admin, which((await one()).token), later);
    await expect(discardEvaluationDraft(admin, which("2-0"), NOW)).rejects.toThrow(WrongState);
    expect(await one()).toMatchObject({ token: "2-0", draft: null });
  });

  test("is looked up by a fixed number of queries", async () => {
    const first = await statementsOf(() => evaluationsToEdit(admin, slug));
    await saveEvaluationDraft(admin, { ...which("2-0"), questions: QUESTIONS }, NOW);
    expect([first, await statementsOf(() => evaluationsToEdit(admin, slug))]).toEqual([5, 5]);
  });
});
