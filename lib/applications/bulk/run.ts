import "server-only";
import { recordAudit } from "../../audit/record";
import { type Actor, managesCohort } from "../../auth/actor";
import { db, inTransaction, uniqueViolation } from "../../db";
import { isDatabaseAway, NotFound } from "../../errors";
import { isId } from "../../ids";
import { errorFacts, log } from "../../log";
import { draftScope, staffScope } from "../policy";
import type { BulkInput, Chosen } from "../schema-bulk";
import { doOne, refusalOf } from "./one";
import { finish, RecordedAlready, record } from "./outcomes";
import { readAct, type Settings, settingsOf } from "./stored";

/**
 * Does one thing with up to 200 applications of a cohort, for its managers and administrators: each by its own verb
 * and in its own transaction, in the versions that the page showed. Whoever was decided meanwhile, or finds no place
 * left, is left alone, and the act says so.
 * @returns the act's id; a second click on the same form finds the first one's
 * @throws NotFound outside the actor's cohorts, and for a form with an application that is not of that cohort
 */
export async function runBulk(actor: Actor, input: BulkInput, at: Date): Promise<string> {
  if (!managesCohort(actor, input.cohortId)) throw new NotFound();
  const settings = settingsOf(input);
  let id: string;
  try {
    id = await begin(actor, input, settings, at);
  } catch (error) {
    if (!uniqueViolation(error)) throw error;
    const first = await db.bulkAct.findFirst({
      where: { formKey: input.formKey, byId: actor.userId, cohortId: input.cohortId },
      select: { id: true },
    });
    if (!first) throw new NotFound();
    return first.id;
  }
  await work(actor, { id, cohortId: input.cohortId, settings }, settings.chosen, at);
  return id;
}

/**
 * Goes on with an act of one's own that was interrupted; what is done is not done again.
 * @throws NotFound for anybody else's, and outside the actor's cohorts
 */
export async function continueBulk(actor: Actor, input: { id: string }, at: Date): Promise<void> {
  const act = isId(input.id)
    ? await db.bulkAct.findFirst({ where: { id: input.id, byId: actor.userId } })
    : null;
  if (!act || !managesCohort(actor, act.cohortId)) throw new NotFound();
  const { settings, outcomes } = readAct(act);
  const known = new Set(outcomes.map(({ applicationId }) => applicationId));
  const rest = settings.chosen.filter(({ applicationId }) => !known.has(applicationId));
  await work(actor, { id: act.id, cohortId: act.cohortId, settings }, rest, at);
}

async function begin(actor: Actor, input: BulkInput, settings: Settings, at: Date): Promise<string> {
  const { cohortId, kind, formKey, chosen } = input;
  const drafts = input.kind === "remind" && input.about === "draft";
  return inTransaction(async (tx) => {
    const { id } = await tx.bulkAct.create({
      data: { cohortId, kind, byId: actor.userId, at, formKey, settings, outcomes: [] },
      select: { id: true },
    });
    const ids = chosen.map(({ applicationId }) => applicationId);
    // A draft may have been sent since the page was opened: it is left alone later, and is no foreign one.
    const scope = drafts ? { OR: [draftScope(actor), staffScope(actor)] } : staffScope(actor);
    const found = await tx.application.count({ where: { AND: [{ id: { in: ids }, cohortId }, scope] } });
    if (found !== ids.length) throw new NotFound();
    const fact = { action: "bulk_act.begun", subjectType: "bulk_act", subjectId: id, cohortId };
    const about = input.kind === "remind" ? { about: input.about } : {};
    const funded = input.kind === "offer" ? { fundedPlace: input.fundedPlace } : {};
    await recordAudit(tx, actor, { ...fact, after: { kind, chosen: ids.length, ...about, ...funded } }, at);
    return id;
  });
}

type Act = { id: string; cohortId: string; settings: Settings };

/** One after the other; a fault of one does not keep the others waiting, and leaves the act to be gone on with. */
async function work(actor: Actor, act: Act, chosen: readonly Chosen[], at: Date): Promise<void> {
  for (const one of chosen) {
    try {
      await settle(actor, act, one, at);
    } catch (error) {
      if (error instanceof RecordedAlready) continue;
      log.error({ event: "bulk.interrupted", bulkActId: act.id, error: errorFacts(error) });
      if (isDatabaseAway(error)) return;
    }
  }
  await inTransaction(async (tx) => {
    if (!(await finish(tx, act.id, at))) return;
    const { outcomes } = readAct(await tx.bulkAct.findUniqueOrThrow({ where: { id: act.id } }));
    const done = outcomes.filter(({ outcome }) => outcome === "done").length;
    const fact = { action: "bulk_act.finished", subjectType: "bulk_act", subjectId: act.id };
    const after = { done, left: outcomes.length - done };
    await recordAudit(tx, actor, { ...fact, cohortId: act.cohortId, after }, at);
  });
}

async function settle(actor: Actor, { id, settings }: Act, one: Chosen, at: Date): Promise<void> {
  const { applicationId } = one;
  try {
    await doOne(actor, settings, one, at, (tx) =>
      record(tx, id, { applicationId, outcome: "done", message: "" }),
    );
  } catch (error) {
    const message = refusalOf(error);
    if (message === undefined) throw error;
    await inTransaction((tx) => record(tx, id, { applicationId, outcome: "left", message }));
  }
}
